import type { Environment } from '../config/build.ts'
import type { Screen } from '../render/screen.ts'

/** A stream, as far as it matters what can be shown on it. */
interface Output {
  isTTY?: boolean
  columns?: number
}

/** Narrower ones are as good as unreadable, and some terminals say 0. */
const narrowest = 40

/** What can be shown on a stream: by what it is, and by what the environment asks for. */
export function screenOf(output: Output, environment: Environment): Omit<Screen, 'safe'> {
  const colours = hasColours(output, environment)
  return { width: widthOf(output, environment), colours, links: hasLinks(output, environment) }
}

/** Whether lines may be drawn over: a terminal in front of somebody. A CI that brings a terminal keeps all that is written. */
export function isLive({ isTTY }: Output, environment: Environment): boolean {
  return isTTY === true && environment['TERM'] !== 'dumb' && !isOn(environment['CI'])
}

function widthOf({ isTTY, columns }: Output, { COLUMNS }: Environment): number | undefined {
  const told = Number(COLUMNS)
  const width = (isTTY && columns) || (Number.isInteger(told) && told > 0 ? told : undefined)
  return width === undefined ? undefined : Math.max(narrowest, width)
}

/**
 * The conventions of no-color.org, force-color.org and bixense.com/clicolors, in the order of Node's own `getColorDepth`:
 * who forces colours gets them.
 */
function hasColours(output: Output, environment: Environment): boolean {
  const { FORCE_COLOR, NO_COLOR, CLICOLOR_FORCE, CLICOLOR } = environment
  if (FORCE_COLOR) return isOn(FORCE_COLOR)
  if (NO_COLOR) return false
  if (isOn(CLICOLOR_FORCE)) return true
  return isLive(output, environment) && CLICOLOR !== '0'
}

/** As given, and not for no. */
function isOn(value: string | undefined): boolean {
  return value !== undefined && !/^(?:|0|false|no|off)$/i.test(value)
}

/** Only terminals that are known to follow links: others may print the address into the text. */
function hasLinks(output: Output, environment: Environment): boolean {
  const { FORCE_HYPERLINK } = environment
  if (FORCE_HYPERLINK) return isOn(FORCE_HYPERLINK)
  return isLive(output, environment) && followsLinks(environment)
}

/** Since which version, by https://github.com/Alhadis/OSC8-Adoption. */
const programs: Record<string, number> = {
  'iTerm.app': 3.1,
  WezTerm: 0,
  ghostty: 0,
  rio: 0,
  tmux: 3.4,
  vscode: 1.72,
  zed: 0,
}

function followsLinks(environment: Environment): boolean {
  const { TERM = '', TERM_PROGRAM = '', TERM_PROGRAM_VERSION = '', VTE_VERSION, WT_SESSION } = environment
  const since = Object.hasOwn(programs, TERM_PROGRAM) ? programs[TERM_PROGRAM] : undefined
  if (since !== undefined) return isAtLeast(TERM_PROGRAM_VERSION, since)
  // What is inside another one sees its environment, too.
  if (/^(?:screen|tmux)/.test(TERM)) return false
  // VTE 0.50.0 crashed over them.
  return (
    Boolean(WT_SESSION) ||
    Number(VTE_VERSION) > 5000 ||
    /^(?:xterm-kitty|alacritty|foot|contour|xterm-ghostty)/.test(TERM)
  )
}

/** `1.104.2` is after `1.72`. */
function isAtLeast(version: string, since: number): boolean {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10) || 0)
  const [wantedMajor = 0, wantedMinor = 0] = String(since).split('.').map(Number)
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
}
