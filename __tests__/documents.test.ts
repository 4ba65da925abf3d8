import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { projectRoot } from '../sandbox/root.ts'
import { documents } from '../scripts/documents.ts'
import { optionNames } from '../src/config/options.ts'
import { version } from '../src/model/version.ts'
import { outputs } from '../src/render/outputs.ts'
import { policyFrom } from './kit/policy.ts'

const root = projectRoot()
const read = (file: string) => readFileSync(join(root, file), 'utf8')

interface ActionMetadata {
  inputs: Record<string, { description: string; default?: string }>
  outputs: Record<string, { description: string }>
  runs: { using: string; main: string }
  branding: { icon: string; color: string }
}

describe('What is generated', () => {
  it.each(documents.map(({ file }) => file))('%s is as the source says (else: npm run generate)', (file) => {
    const { render } = documents.find((document) => document.file === file)!

    expect(read(file)).toBe(render(read(file)))
  })
})

describe('action.yml', () => {
  const action = parse(read('action.yml')) as ActionMetadata

  it('has the inputs and outputs of the tables, and runs the bundle on Node 24', () => {
    expect(Object.keys(action.inputs)).toEqual(optionNames)
    expect(Object.keys(action.outputs)).toEqual(Object.keys(outputs))
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' })
    expect(action.branding).toEqual({ icon: 'shield', color: 'green' })
  })

  it('sets no default that the program could not tell from the user’s own words', () => {
    const defaults = Object.entries(action.inputs).flatMap(([name, input]) =>
      input.default === undefined ? [] : [name],
    )

    expect(defaults).toEqual(['matrix', 'github-token'])
  })
})

describe('The documents', () => {
  it('agree on the version', () => {
    const manifest = JSON.parse(read('package.json')) as { version: string }

    expect(version).toBe(manifest.version)
  })

  it('hold no YAML that does not parse', () => {
    const blocks = ['README.md', 'CONTRIBUTING.md', 'docs/policy.md'].flatMap((file) =>
      [...read(file).matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text!),
    )

    for (const block of blocks) expect(() => parse(block)).not.toThrow()
    expect(blocks.length).toBeGreaterThan(0)
  })

  it('hold a policy that is one', async () => {
    const [example = ''] = [...read('docs/policy.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text!)

    expect((await policyFrom(example, undefined, Date.parse('2026-11-22'))).gates).toHaveLength(3)
  })

  it('use only inputs that there are', () => {
    const examples = read('README.md') + read('examples/matrix.yml')
    const used = [...examples.matchAll(/uses: .*codescan-gate.*\n\s+with:\n((?:\s{10,}.*\n)+)/g)].flatMap(([, lines]) =>
      [...lines!.matchAll(/^\s{10}([\w-]+):/gm)].map(([, name]) => name!),
    )

    expect(used.length).toBeGreaterThan(0)
    expect(used.filter((name) => !(optionNames as string[]).includes(name))).toEqual([])
  })
})
