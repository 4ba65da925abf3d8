import pg from 'pg'

const password = 'correct-horse-battery'

export const pool = new pg.Pool({
  host: 'db.shop.example',
  user: 'shop',
  password,
  max: 10,
})
