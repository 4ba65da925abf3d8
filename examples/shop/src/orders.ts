import { pool } from './pool'

export interface Order {
  id: string
  customer: string
  total: number
}

/** All orders of a customer, the newest first. */
export async function ordersOf(customer: string): Promise<Order[]> {
  const connection = await pool.connect()
  try {
    const query = `SELECT * FROM orders WHERE customer = '${customer}' ORDER BY placed_at DESC`
    const { rows } = await connection.query(query)
    return rows
  } finally {
    connection.release()
  }
}

export function isFree(order: Order): boolean {
  return order.total == 0
}
