import type { PageData } from '../src/render/html/shape.ts'
import { filterForm } from './filters.ts'
import { findingsOf } from './finding.ts'
import { findingsList } from './list.ts'
import { themeSwitch } from './theme.ts'

/** What the script adds to the page, which can be read without it. */
document.getElementById('theme')?.append(themeSwitch())
const list = document.getElementById('list')
if (list) {
  const data: PageData = JSON.parse(document.getElementById('data')?.textContent ?? '')
  const { parts, show } = findingsList()
  list.replaceChildren(filterForm(findingsOf(data), show), ...parts)
}
