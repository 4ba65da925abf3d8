/** By the end of a file's name, in the words of GitHub's Linguist, lower case. */
const languages: Record<string, string> = {
  c: 'c',
  cc: 'c++',
  cpp: 'c++',
  cs: 'c#',
  css: 'css',
  go: 'go',
  h: 'c',
  hpp: 'c++',
  html: 'html',
  java: 'java',
  js: 'javascript',
  jsx: 'javascript',
  kt: 'kotlin',
  lua: 'lua',
  mjs: 'javascript',
  php: 'php',
  pl: 'perl',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  scala: 'scala',
  sh: 'shell',
  sql: 'sql',
  swift: 'swift',
  tf: 'hcl',
  ts: 'typescript',
  tsx: 'typescript',
  yaml: 'yaml',
  yml: 'yaml',
}

export function languageOf(path: string): string | undefined {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase()
  return ending !== undefined && Object.hasOwn(languages, ending) ? languages[ending] : undefined
}
