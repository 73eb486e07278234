import { flushCompileCache } from 'node:module'
import { ContentProblem, createApp } from './app.ts'
import { runAudit } from './commands/audit.ts'
import { ask } from './commands/ask.ts'
import { type Config, ConfigProblem, readProcessConfig } from './config.ts'
import { checkContent } from './commands/check-content.ts'
import { runKeys } from './commands/keys.ts'
import { runLawCheck } from './commands/check-laws.ts'
import { AppError } from './errors.ts'
import { prompts } from './commands/prompts.ts'
import { explainSearch } from './commands/explain-search.ts'

/**
 * `npm start` serves; `npm run ask`, `npm run content` and the others are the same program with another first word. Answers with the
 * exit code: expected problems are written to standard error as their message, others with their stack.
 */
export async function runCommand(words: readonly string[]): Promise<number> {
  try {
    return await run(words)
  } catch (error) {
    const expected = error instanceof ConfigProblem || error instanceof ContentProblem || error instanceof AppError
    process.stderr.write(`${expected ? error.message : String(error instanceof Error ? error.stack : error)}\n`)
    return words[0] === 'eval' ? codeOfEvaluation(error) : 1
  }
}

/** 1 would say that the engine is worse: settings and staff files with mistakes are 2, everything else that keeps it from running 3. */
function codeOfEvaluation(error: unknown): number {
  return error instanceof ConfigProblem || error instanceof ContentProblem ? 2 : 3
}

async function run([command, ...words]: readonly string[]): Promise<number> {
  const config = readProcessConfig()
  switch (command) {
    case undefined:
      return serve(config)
    case 'ask':
      return ask(config, words)
    case 'content':
      return checkContent(config, words)
    case 'search':
      return explainSearch(config, words)
    case 'prompts':
      return prompts(config, words)
    case 'eval':
      // What nobody awaits ends the process with 1, which would say that the engine is worse.
      process.once('uncaughtException', (error) => {
        process.stderr.write(`${error.stack}\n`)
        process.exit(codeOfEvaluation(error))
      })
      // Loaded only here: serving never inspects.
      return (await import('./commands/evaluate/evaluate.ts')).evaluate(config, words)
    case 'laws':
      return runLawCheck(config, words)
    case 'audit':
      return runAudit(config, words)
    case 'keys':
      return runKeys(config, words)
    case 'import':
      // Loaded only here: the spreadsheet reader is large, and serving never needs it.
      return (await import('./commands/import-items.ts')).runImport(config, words)
    default:
      process.stderr
        .write(`Unknown command "${command}": use none, ask, content, search, prompts, eval, laws, audit, keys or import.
`)
      return 2
  }
}

async function serve(config: Config): Promise<number> {
  await using app = await createApp(config)
  const server = await app.listen()
  app.log.info({ url: server.url }, `边办 is open at ${server.url}`)
  if (!app.library.state().ready) {
    app.log.info('learning the guides, about a minute the first time; pages, answers and forms work meanwhile')
    void app.library.ready.then(() => app.log.info('the guides are learnt: 边办 is ready'))
  }
  // Written early, so that a process that is killed leaves the next one a quick start.
  void app.library.ready.then(() => flushCompileCache())
  await stopSignal()
  app.log.info('closing: answers in flight are finished first')
  await server.close()
  return 0
}

/** Settles at the first SIGTERM or SIGINT; a second one is left to end the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
}
