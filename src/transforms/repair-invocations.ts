import type { Invocation, Notification, Run } from 'sarif'
import { isObject } from '../model/json.ts'
import { changed, mappedObjects, type Note, withoutNulls, wordIn } from './repair-change.ts'
import { withoutTwinsIn } from './repair-lists.ts'
import { repairMessage, wordsOf } from './repair-messages.ts'
import { repairReference } from './repair-references.ts'
import { type Book, componentsOf } from './repair-rules.ts'
import { repairConfiguration, repairLevel } from './repair-values.ts'

/** What a tool says of its own run: whether it completed, what it has to tell, and which rules were set otherwise. */
export function repairInvocations(invocations: Run['invocations'], book: Book, note: Note): Run['invocations'] {
  return mappedObjects(invocations, (given) => {
    const invocation: Invocation = withoutNulls(given, note)
    return changed(invocation, {
      executionSuccessful: repairSuccess(invocation, note),
      ruleConfigurationOverrides: mappedObjects(invocation.ruleConfigurationOverrides, (override) =>
        changed(override, {
          descriptor: isObject(override.descriptor) ? repairReference(override.descriptor, book, note) : undefined,
          configuration: repairConfiguration(override.configuration, note),
        }),
      ),
      toolExecutionNotifications: mappedObjects(invocation.toolExecutionNotifications, repairNotification),
      toolConfigurationNotifications: mappedObjects(invocation.toolConfigurationNotifications, repairNotification),
    })
  })

  function repairNotification(given: Notification): Notification {
    const components = componentsOf(book)
    const { id, index = -1, toolComponent } = given.descriptor ?? {}
    const { notifications = [] } = components[(toolComponent?.index ?? -1) + 1] ?? {}
    const descriptor = notifications[index] ?? notifications.find((each) => id !== undefined && each.id === id)
    const wording = { find: wordsOf(descriptor, components), fallback: id ?? 'no message', note }
    return changed(withoutTwinsIn(given, ['locations'], note), {
      message: repairMessage(given.message, wording),
      level: repairLevel(given.level, note),
    })
  }
}

/**
 * Whether a tool completed its work is never made up, as the gate passes on it. It is taken from what else the invocation
 * says; where that says nothing either, it stays open, and the schema's check refuses the report.
 */
function repairSuccess(invocation: Invocation, note: Note): boolean {
  const given: unknown = invocation.executionSuccessful
  const said = typeof given === 'string' ? { true: true, false: false }[given.trim().toLowerCase()] : undefined
  const known = said ?? (hasFailed(invocation) ? false : invocation.exitCode === 0 ? true : undefined)
  if (typeof given === 'boolean' || known === undefined) return given as boolean
  note('success or failure of a run told by what else it says', String(known))
  return known
}

function hasFailed(invocation: Invocation): boolean {
  const { exitSignalName, exitSignalNumber, processStartFailureMessage } = invocation
  const told = [invocation.toolExecutionNotifications, invocation.toolConfigurationNotifications]
  const isError = (notification: unknown) => isObject(notification) && wordIn(['error'], notification['level'])
  return (
    [exitSignalName, exitSignalNumber, processStartFailureMessage].some((sign) => sign !== undefined) ||
    told.some((notifications) => Array.isArray(notifications) && notifications.some(isError))
  )
}
