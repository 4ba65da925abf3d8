// Loaded into every process that is measured: at its end it says how much memory it held at most, and its time on the CPU.
const { writeFileSync } = require('node:fs')

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  writeFileSync(
    process.env.BENCH_PEAK,
    JSON.stringify({ mb: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1000 }),
  )
})
