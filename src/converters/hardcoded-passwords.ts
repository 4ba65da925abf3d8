import { withoutSecrets } from './secrets.ts'

/** What Bandit, its plugin for Flake8 and older versions of Ruff say of B105 to B107, S105 to S107: with the password. */
const tells = /^Possible hardcoded password: (['"])(.+)\1$/

/** The message without the password that it quotes: SARIF travels to places that must not know it. */
export function withoutPassword(message: string): string {
  return withoutSecrets(message, tells.exec(message)?.[2])
}
