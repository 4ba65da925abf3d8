import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../sandbox/root.ts'
import { documents } from './documents.ts'

for (const { file, render } of documents) {
  const path = join(projectRoot(), file)
  const current = readFileSync(path, 'utf8')
  const wanted = render(current)
  if (wanted !== current) writeFileSync(path, wanted)
  console.log(`${file}: ${wanted === current ? 'as it should be' : 'written'}`)
}
