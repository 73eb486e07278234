import { ContentProblem, createApp } from './app.ts'
import { ask } from './ask.ts'
import { ConfigProblem, readProcessConfig } from './config.ts'
import { runContentCheck } from './content/index.ts'
import { AppError } from './errors.ts'

/** `npm start` serves; `npm run ask` and `npm run content` are the same program with another first word. */
async function main([command, ...words]: readonly string[]): Promise<number> {
  const config = readProcessConfig()
  switch (command) {
    case undefined:
      return serve()
    case 'ask':
      return ask(config, words)
    case 'content': {
      const { report, exitCode } = runContentCheck(config.root)
      process.stdout.write(report)
      return exitCode
    }
    default:
      process.stderr.write(`Unknown command "${command}": use none, ask or content.\n`)
      return 2
  }
}

async function serve(): Promise<number> {
  const app = await createApp(readProcessConfig())
  const server = await app.listen()
  app.log.info({ url: server.url }, `边办 is open at ${server.url}`)
  await stopSignal()
  app.log.info('closing: answers in flight are finished first')
  await server.close()
  await app[Symbol.asyncDispose]()
  return 0
}

/** Settles at the first SIGTERM or SIGINT; a second one is left to end the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const expected = error instanceof ConfigProblem || error instanceof ContentProblem || error instanceof AppError
  process.stderr.write(`${expected ? error.message : String(error instanceof Error ? error.stack : error)}\n`)
  process.exitCode = 1
}
