import pino, { type DestinationStream, type Logger } from 'pino'
import type { Config } from './config.ts'

/** The log of the house: ids, codes and counts, and nothing that a citizen said. */
export function createLog(config: Config, logTo: DestinationStream | undefined): Logger {
  const options = {
    level: config.LOG_LEVEL,
    serializers: { error: pino.stdSerializers.err },
    redact: ['headers.authorization', '*.token', '*.confirmation', '*.queryCode'],
  }
  return logTo === undefined ? pino(options) : pino(options, logTo)
}
