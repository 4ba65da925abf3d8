import type { Answer } from '../http.ts'
import { badRequest, empty, json } from './answers.ts'
import type { Call } from './call.ts'
import { scanIdOf } from './scan.ts'
import { mayDo } from './world.ts'

/** `GET /api/aslan/testing/scanning?projectName=`, of the web console: the only place that tells the ids of scans. */
export function listScans({ world, user, request }: Call): Answer {
  const project = request.url.searchParams.get('projectName') ?? ''
  if (!project) return badRequest('project name cannot be empty')
  if (!mayDo(user, project, 'view')) return empty(403)
  const scans = world.scans.filter((scan) => scan.project === project)
  return json(
    scans.map((scan) => ({
      id: scanIdOf(scan),
      type: scan.scanner ?? 'sonarQube',
      name: scan.name,
      description: '',
      statistics: { run_count: world.counters.get(scan) ?? 0 },
      repos: scan.repos.map(({ owner, name, branch, source }) => ({
        source,
        repo_owner: owner,
        repo_name: name,
        branch,
      })),
    })),
  )
}
