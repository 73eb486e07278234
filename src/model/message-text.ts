import type { LanguageModelV4Message } from '@ai-sdk/provider'

/** The words of a message of a prompt; of calls and their results, and of no message, none. */
export function messageText(message: LanguageModelV4Message | undefined): string {
  if (message === undefined) return ''
  if (message.role === 'system') return message.content
  return message.content.map((part) => (part.type === 'text' ? part.text : '')).join('')
}
