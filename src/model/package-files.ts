/** How a file that lists packages is written; each is read in a way of its own (`transforms/package-lists.ts`). */
export type PackageForm =
  | 'npm lock'
  | 'pnpm lock'
  | 'yarn lock'
  | 'json wishes'
  | 'requirements'
  | 'toml tables'
  | 'toml wishes'
  | 'pipfile lock'
  | 'go modules'
  | 'gem lock'
  | 'gem wishes'
  | 'json objects'
  | 'maven'
  | 'gradle lock'
  | 'gradle'
  | 'nuget lock'
  | 'nuget'
  | 'mix lock'
  | 'pubspec lock'

interface PackageFiles {
  form: PackageForm
  /** Where such a file stands in most projects, relative to their root; the likeliest first. */
  likely: string[]
  /** Other names of such files. */
  also?: RegExp
}

/** Where packages of an ecosystem are listed, what is locked first; by the words of package URLs. */
const ecosystems = {
  npm: [
    { form: 'npm lock', likely: ['package-lock.json', 'npm-shrinkwrap.json'], also: /^\.package-lock\.json$/ },
    { form: 'pnpm lock', likely: ['pnpm-lock.yaml'] },
    { form: 'yarn lock', likely: ['yarn.lock'] },
    { form: 'json wishes', likely: ['package.json'] },
  ],
  pypi: [
    { form: 'requirements', likely: ['requirements.txt'], also: /(?:requirements|constraints).*\.(?:txt|in)$/ },
    { form: 'toml tables', likely: ['poetry.lock', 'uv.lock', 'pdm.lock'] },
    { form: 'pipfile lock', likely: ['Pipfile.lock'] },
    { form: 'toml wishes', likely: ['pyproject.toml', 'Pipfile'] },
  ],
  golang: [{ form: 'go modules', likely: ['go.mod', 'go.sum'] }],
  cargo: [
    { form: 'toml tables', likely: ['Cargo.lock'] },
    { form: 'toml wishes', likely: ['Cargo.toml'] },
  ],
  gem: [
    { form: 'gem lock', likely: ['Gemfile.lock', 'gems.locked'] },
    { form: 'gem wishes', likely: ['Gemfile'], also: /^gems\.rb$|\.gemspec$/ },
  ],
  composer: [
    { form: 'json objects', likely: ['composer.lock'] },
    { form: 'json wishes', likely: ['composer.json'] },
  ],
  maven: [
    { form: 'maven', likely: ['pom.xml'], also: /\.pom$/ },
    { form: 'gradle lock', likely: ['gradle.lockfile'], also: /\.lockfile$/ },
    {
      form: 'gradle',
      likely: ['build.gradle', 'build.gradle.kts', 'gradle/libs.versions.toml'],
      also: /\.gradle(?:\.kts)?$|\.versions\.toml$/,
    },
  ],
  nuget: [
    { form: 'nuget lock', likely: ['packages.lock.json'], also: /^packages\..*lock\.json$/ },
    { form: 'nuget', likely: ['Directory.Packages.props', 'packages.config'], also: /\.(?:cs|fs|vb)proj$/ },
  ],
  hex: [{ form: 'mix lock', likely: ['mix.lock'] }],
  pub: [{ form: 'pubspec lock', likely: ['pubspec.lock'] }],
  cocoapods: [{ form: 'gem lock', likely: ['Podfile.lock'] }],
  swift: [{ form: 'json objects', likely: ['Package.resolved'] }],
} satisfies Record<string, PackageFiles[]>

export type Ecosystem = keyof typeof ecosystems

/** The words of OSV, where they are others. */
const sameAs: Record<string, Ecosystem> = {
  go: 'golang',
  'crates.io': 'cargo',
  rubygems: 'gem',
  packagist: 'composer',
  swifturl: 'swift',
}

const files = Object.entries(ecosystems).flatMap(([ecosystem, kinds]: [string, PackageFiles[]]) =>
  kinds.map(({ form, likely, also }) => ({
    ecosystem: ecosystem as Ecosystem,
    form,
    names: new Set(likely.map(nameOf)),
    also,
  })),
)

/** The paths that packages of an ecosystem may be listed at, the likeliest first; none for one that nobody here knows. */
export function manifestsOf(ecosystem: string | null | undefined): string[] {
  // OSV writes `Maven:https://repo.example` for a repository of one's own.
  const [word = ''] = (ecosystem ?? '').toLowerCase().split(':', 1)
  const known = Object.hasOwn(sameAs, word) ? sameAs[word]! : word
  const kinds: PackageFiles[] = Object.hasOwn(ecosystems, known) ? ecosystems[known as Ecosystem] : []
  return kinds.flatMap(({ likely }) => likely)
}

/** What the name of a file says of the packages it lists; undefined for a file that lists none. */
export function packageFile(path: string): { ecosystem: Ecosystem; form: PackageForm } | undefined {
  const name = nameOf(path)
  return files.find(({ names, also }) => names.has(name) || also?.test(name))
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
