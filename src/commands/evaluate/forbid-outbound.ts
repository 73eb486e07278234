import { Socket } from 'node:net'

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/

/**
 * Refuses every connection of this process that leaves the machine, and counts the attempts. A run that must need no
 * network proves it so. `restore` lets connections through again.
 */
export function forbidOutbound(): { readonly attempts: () => number; readonly restore: () => void } {
  // oxlint-disable-next-line unbound-method -- it is called with the socket that calls it
  const original = Socket.prototype.connect
  let attempts = 0
  // oxlint-disable-next-line no-unsafe-type-assertion, no-explicit-any -- the overloads of connect are passed through
  Socket.prototype.connect = function connect(this: Socket, ...args: any[]): Socket {
    const host = hostOf(args)
    if (host !== undefined && !LOOPBACK.test(host)) {
      attempts += 1
      queueMicrotask(() => this.destroy(new Error(`no connection may leave this machine: ${host}`)))
      return this
    }
    return Reflect.apply(original, this, args) as Socket
  } as typeof original
  return {
    attempts: () => attempts,
    restore: () => {
      Socket.prototype.connect = original
    },
  }
}

/** The host of a call of `connect`, in any of its forms; undefined for a socket file and for this machine by default. */
function hostOf(args: readonly unknown[]): string | undefined {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args
  if (typeof first === 'object' && first !== null && 'host' in first)
    return typeof first.host === 'string' ? first.host : undefined
  return typeof second === 'string' ? second : undefined
}
