import { BianbanChat } from './widget/chat-element.ts'

if (customElements.get('bianban-chat') === undefined) customElements.define('bianban-chat', BianbanChat)

// Lit leaves four names on the page, which it needs no more once the element is defined. A page that embeds the widget
// gets nothing but the element, unless the page runs a Lit of its own, which may still use them.
const versions: unknown = Reflect.get(globalThis, 'litHtmlVersions')
if (Array.isArray(versions) && versions.length === 1) {
  for (const name of ['litHtmlVersions', 'litElementVersions', 'reactiveElementVersions', 'litPropertyMetadata']) {
    Reflect.deleteProperty(globalThis, name)
  }
}
