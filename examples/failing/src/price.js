/** Computes a price from a formula that a customer typed in. */
export function price(formula, quantity) {
  const discount = 0.1
  if (quantity == 0) return 0
  return eval(formula) * quantity
}
