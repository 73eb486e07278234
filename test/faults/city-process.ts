import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const execFileAsync = promisify(execFile)

/** Process id of the sandbox city that a server keeps; undefined while there is none, or where `ps` is missing. */
export async function findCity(serverPid: number): Promise<number | undefined> {
  const listing = await execFileAsync('ps', ['-A', '-o', 'pid=,ppid=,args=']).catch(() => undefined)
  for (const line of listing?.stdout.split('\n') ?? []) {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    if (Number(parent) === serverPid && command?.includes('sandbox') === true) return Number(pid)
  }
  return undefined
}

/** SIGKILL; false when it was gone already. */
export function killProcess(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch {
    return false
  }
}
