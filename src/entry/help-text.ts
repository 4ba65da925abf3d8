/**
 * Generated from the commands by `npm run generate`: to make them all only to show their names would take 40 ms of every
 * `codescan-gate --help`. A terminal of another width gets it from commander.
 */
export const helpText = `Usage: codescan-gate [options] [command]

Run code scanners, upload their findings as SARIF, run a Zadig scan, and gate on
one verdict.

Options:
  -V, --version                           output the version number
  -h, --help                              display help for command

Commands:
  run [options]                           scan, convert, upload, run Zadig, gate: the whole line (the default command)
  convert [options] <files...>            turn reports into one SARIF log on standard output
  upload [options] <files...>             turn reports into SARIF, upload it to GitHub code scanning, and wait until it is processed
  gate [options] <files...>               judge reports by the policy: a verdict, and nothing is scanned or uploaded
  explain [options] <finding> <files...>  say of one finding where its severity comes from, whether it is new, and which gates count it
  baseline                                a file of findings that are accepted as old
  init [options]                          write a workflow and a policy for the scanners that this repository uses
  alerts                                  GitHub's code-scanning alerts
  analyses                                what GitHub stored of uploads
  zadig                                   code scans of Zadig
  formats                                 list the report formats that are read
  scanners                                list the scanners that can be run by name
  help [command]                          display help for command
`
