import { exec } from 'node:child_process'
import { createHash } from 'node:crypto'

/** Prints the invoice of an order as a PDF, beside the others. */
export function printInvoice(order: string, folder: string): void {
  const page = `https://shop.example/invoices/${order}`
  exec(`chromium --headless --print-to-pdf=${folder}/${order}.pdf ${page}`)
}

export function etag(body: string): string {
  return createHash('md5').update(body).digest('hex')
}
