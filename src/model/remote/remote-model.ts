import { createOpenAI } from '@ai-sdk/openai'
import type { LanguageModelV4 } from '@ai-sdk/provider'

/** An OpenAI-compatible endpoint. `chat` is what compatible servers speak; `responses` is OpenAI's own. */
export type RemoteModelOptions = {
  readonly baseUrl: string | undefined
  readonly apiKey: string
  readonly model: string
  readonly api: 'chat' | 'responses'
}

/** A language model behind an OpenAI-compatible endpoint. It neither retries nor falls back: that is the failover's work. */
export function createRemoteModel({ baseUrl, apiKey, model, api }: RemoteModelOptions): LanguageModelV4 {
  const openai = createOpenAI({ apiKey, ...(baseUrl === undefined ? {} : { baseURL: baseUrl }) })
  return api === 'responses' ? openai.responses(model) : openai.chat(model)
}
