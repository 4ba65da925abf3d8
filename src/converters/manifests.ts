/** Where packages of an ecosystem are listed, what is locked first; by the words of package URLs and of OSV. */
const manifests: Record<string, string[]> = {
  npm: ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock', 'package.json'],
  pypi: ['requirements.txt', 'poetry.lock', 'uv.lock', 'pdm.lock', 'Pipfile.lock', 'pyproject.toml', 'Pipfile'],
  golang: ['go.mod', 'go.sum'],
  cargo: ['Cargo.lock', 'Cargo.toml'],
  gem: ['Gemfile.lock', 'gems.locked', 'Gemfile'],
  composer: ['composer.lock', 'composer.json'],
  maven: ['pom.xml', 'gradle.lockfile', 'build.gradle', 'build.gradle.kts', 'gradle/libs.versions.toml'],
  nuget: ['packages.lock.json', 'Directory.Packages.props', 'packages.config'],
  hex: ['mix.lock'],
  pub: ['pubspec.lock'],
  cocoapods: ['Podfile.lock'],
  swift: ['Package.resolved'],
}

const sameAs: Record<string, string> = {
  go: 'golang',
  'crates.io': 'cargo',
  rubygems: 'gem',
  packagist: 'composer',
  swifturl: 'swift',
}

export function manifestsOf(ecosystem: string | null | undefined): string[] {
  // OSV writes `Maven:https://repo.example` for a repository of one's own.
  const [word = ''] = (ecosystem ?? '').toLowerCase().split(':', 1)
  const known = Object.hasOwn(sameAs, word) ? sameAs[word]! : word
  return Object.hasOwn(manifests, known) ? manifests[known]! : []
}

/** The package that a package URL names, as its own files spell it; undefined for what is no such URL. */
export function packageOf(purl: string): { type: string; name: string; version?: string } | undefined {
  const [, scheme, type = '', path = ''] = /^(pkg):\/*([^/?#]+)\/([^?#]+)/i.exec(purl) ?? []
  if (scheme === undefined) return undefined
  // The version follows the last name; an `@` right at a name's start is a scope of npm.
  const at = path.lastIndexOf('@')
  const hasVersion = at > path.lastIndexOf('/') + 1
  const name = unescaped(hasVersion ? path.slice(0, at) : path)
  const kind = type.toLowerCase()
  return {
    type: kind,
    name: kind === 'maven' ? name.replace('/', ':') : name,
    ...(hasVersion && { version: unescaped(path.slice(at + 1)) }),
  }
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
