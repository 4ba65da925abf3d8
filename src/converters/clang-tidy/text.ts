import type { Reading } from '../../model/finding.ts'
import { type Entry, readCompilerText } from '../compiler-entries.ts'
import type { Diagnostic } from '../compiler-text.ts'
import { realPlace } from '../compiler-words.ts'
import { fixOf, toPlace } from '../gcc.ts'
import { type Diagnosis, isFailure, toFinding, toNotification } from './diagnosis.ts'

/** Reads what clang-tidy prints. */
export function readText(text: string): Reading {
  const { entries, remarks } = readCompilerText(text, isNamed)
  const diagnoses = Array.from(entries, toDiagnosis)
  return {
    findings: diagnoses.filter((it) => !isFailure(it)).map(toFinding),
    notifications: [...diagnoses.filter(isFailure).map(toNotification), ...remarks],
    columns: 'utf8Bytes',
  }
}

function isNamed({ brackets }: Diagnostic): boolean {
  return brackets.length > 0
}

function toDiagnosis({ main, contexts, notes }: Entry): Diagnosis {
  return {
    names: main.brackets[0] ?? '',
    word: main.word,
    message: main.message,
    location: realPlace(main.place),
    notes: [...contexts, ...notes.map(toPlace)].filter(realPlace),
    fixes: [main, ...notes].flatMap(fixOf),
  }
}
