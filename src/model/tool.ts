import type { ToolComponent } from 'sarif'

/** As the tool tells it: the one that programs can compare, where there are two. */
export function toolVersion({ semanticVersion, version }: ToolComponent): string | undefined {
  return semanticVersion ?? version
}

/** With its version, where it told one. */
export function toolName(driver: ToolComponent): string {
  const version = toolVersion(driver)
  return version ? `${driver.name} ${version}` : driver.name
}
