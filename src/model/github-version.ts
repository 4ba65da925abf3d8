/**
 * Whether a server is a GitHub Enterprise Server older than a release such as `3.18`; `3.18.0.pre1` counts as 3.18.
 * github.com tells no version and data residency says `ghe.com`: neither is older than anything.
 */
export function isOlder(version: string | undefined, release: `${number}.${number}`): boolean {
  const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(version ?? '') ?? []
  if (major === undefined) return false
  const [wantedMajor, wantedMinor] = release.split('.').map(Number) as [number, number]
  return Number(major) < wantedMajor || (Number(major) === wantedMajor && Number(minor) < wantedMinor)
}
