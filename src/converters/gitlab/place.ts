import type { Location, Place } from '../../model/finding.ts'
import type { Vulnerability } from './schema.ts'

type Where = Vulnerability['location']

export function locationOf({ file, start_line, end_line }: Where): Location | undefined {
  return file ? { file, line: start_line ?? undefined, endLine: end_line ?? undefined } : undefined
}

/** What was scanned, in words: a package, an image, a resource, an address. Findings in code have a file instead. */
export function targetOf({ dependency, image, kubernetes_resource: resource, ...where }: Where): string | undefined {
  const pack = [dependency?.package?.name, dependency?.version].filter(Boolean).join(' ')
  const kubernetes = resource && [resource.kind, resource.namespace, resource.name].filter(Boolean).join(' ')
  const address = where.hostname && [where.method, `${where.hostname}${where.path ?? ''}`].filter(Boolean).join(' ')
  const parts = [
    pack,
    image && (pack ? `of ${image}` : image),
    kubernetes,
    address && (where.param ? `${address} (parameter ${where.param})` : address),
    where.crash_type && [where.crash_type, where.crash_state].filter(Boolean).join(': '),
  ]
  return parts.filter(Boolean).join(' ').replace(/\s+/g, ' ') || undefined
}

/** The first way from source to sink; GitLab draws them one beside the other, and they end at the same place. */
export function flowOf({ details }: Vulnerability): Place[] | undefined {
  return details?.code_flows?.items?.[0]?.flatMap(({ file_location: at, node_type }) =>
    at
      ? [
          {
            file: at.file_name,
            line: at.line_start ?? undefined,
            endLine: at.line_end ?? undefined,
            ...(node_type && { message: node_type }),
          },
        ]
      : [],
  )
}
