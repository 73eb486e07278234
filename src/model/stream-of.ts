import type { LanguageModelV4StreamPart } from '@ai-sdk/provider'

/** The parts as a stream that pulls as its reader asks. `leave` is called when the reader goes, before the parts are ended. */
export function streamOf(
  parts: AsyncGenerator<LanguageModelV4StreamPart, void>,
  leave: (reason: unknown) => void = () => undefined,
): ReadableStream<LanguageModelV4StreamPart> {
  return new ReadableStream<LanguageModelV4StreamPart>({
    async pull(controller) {
      const { value, done } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel(reason) {
      leave(reason)
      await parts.return()
    },
  })
}
