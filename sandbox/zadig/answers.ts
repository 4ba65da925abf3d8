import type { Answer } from '../http.ts'

export const noDocuments = 'mongo: no documents in result'

/** A status and nothing else: no body, no content type. */
export function empty(status: number): Answer {
  return { status }
}

export function json(body: object): Answer {
  return { status: 200, body }
}

/** A refusal with a number of its own. Numbers from 6000 on travel under status 400. */
export function typedError(code: number, message: string, description: string): Answer {
  return { status: code < 600 ? code : 400, body: { type: 'error', message, code, description, extra: {} } }
}

export function badRequest(description: string): Answer {
  return typedError(400, 'Bad Request', description)
}

export function createFailed(description: string): Answer {
  return typedError(6535, '新建扫描模块失败', description)
}

export function taskFailed(description: string): Answer {
  return typedError(6160, '创建工作流任务失败', description)
}

export function cancelFailed(description: string): Answer {
  return typedError(6163, '取消工作流任务失败', description)
}

/** Any other error; also "not found", for which there is no status of its own. */
export function untypedError(description: string): Answer {
  return { status: 500, body: { message: 'Internal Error: ', code: 500, description } }
}

/** A panic on the server. */
export const panic = empty(500)
