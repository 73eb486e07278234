import type { LanguageModelV4 } from '@ai-sdk/provider'

/** A model whose streams go through something else; all the rest is its own. */
export function aroundModel(model: LanguageModelV4, doStream: LanguageModelV4['doStream']): LanguageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,
    doGenerate: (options) => model.doGenerate(options),
    doStream,
  }
}
