export default [
  {
    rules: { 'no-eval': 'error', 'no-unused-vars': 'warn', eqeqeq: 'error', 'no-implied-eval': 'error' },
  },
]
