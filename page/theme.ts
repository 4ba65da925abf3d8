import { element } from './dom.ts'

const choices = ['auto', 'light', 'dark']

/** Light, dark, or what the system says: three radio buttons. */
export function themeSwitch(): HTMLElement {
  const buttons = choices.map((choice) => {
    const input = element('input', { type: 'radio', name: 'theme', value: choice, checked: choice === 'auto' && '' })
    input.addEventListener('change', () => document.documentElement.setAttribute('data-theme', choice))
    return element('label', {}, input, element('span', {}, choice))
  })
  return element('fieldset', { class: 'theme' }, element('legend', {}, 'Colours'), ...buttons)
}
