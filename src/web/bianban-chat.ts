import { BianbanChat } from './widget/chat-element.ts'

// Lit leaves a list of its versions on the page; a page that embeds the widget gets nothing but the element.
for (const name of ['litHtmlVersions', 'litElementVersions', 'reactiveElementVersions']) {
  const versions: unknown = Reflect.get(globalThis, name)
  if (Array.isArray(versions) && versions.length === 1) Reflect.deleteProperty(globalThis, name)
}

if (customElements.get('bianban-chat') === undefined) customElements.define('bianban-chat', BianbanChat)
