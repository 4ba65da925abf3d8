import type { Reading } from '../../model/finding.ts'
import { type Diagnostic, type Entry, readCompilerText } from '../compiler-text.ts'
import { realPlace } from '../compiler-words.ts'
import { fixOf, toPlace } from '../gcc.ts'
import { type Diagnosis, isFailure, toFinding, toNotification } from './diagnosis.ts'

/** Reads what clang-tidy prints. */
export function readText(text: string): Reading {
  const { entries, remarks } = readCompilerText(text, isNamed)
  const diagnoses = entries.map(toDiagnosis)
  return {
    findings: diagnoses.filter((it) => !isFailure(it)).map(toFinding),
    notifications: [...diagnoses.filter(isFailure).map(toNotification), ...remarks],
    columns: 'utf8Bytes',
  }
}

function isNamed({ brackets }: Diagnostic): boolean {
  return brackets.length > 0
}

function toDiagnosis({ word, message, brackets, place, contexts, notes, ...entry }: Entry): Diagnosis {
  return {
    names: brackets[0] ?? '',
    word,
    message,
    location: realPlace(place),
    notes: [...contexts, ...notes.map(toPlace)].filter(realPlace),
    fixes: [{ word, message, brackets, place, ...entry }, ...notes].flatMap(fixOf),
  }
}
