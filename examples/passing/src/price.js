/** Computes a price from what is in the list. */
export function price(unitPrice, quantity) {
  return quantity === 0 ? 0 : unitPrice * quantity
}
