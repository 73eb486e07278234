import { Environment } from '@marcbachmann/cel-js'

/** A node of a parsed CEL expression. */
export type ConditionNode = ReturnType<Environment['parse']>['ast']

/** The nodes directly below a node. */
export function childrenOf(node: ConditionNode): ConditionNode[] {
  const flat: unknown[] = Array.isArray(node.args) ? node.args.flat(2) : [node.args]
  return flat.filter(isNode)
}

/** Every name an expression uses, each once. */
export function namesIn(node: ConditionNode, names = new Set<string>()): Set<string> {
  if (node.op === 'id') names.add(node.args)
  for (const child of childrenOf(node)) namesIn(child, names)
  return names
}

/** A number or date of an expression, with the function it is compared to: 80 of `age(b) >= 80` measures an age. */
export type Literal = { readonly value: number | string; readonly measure?: string }

const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>='])

/** Numbers and dates an expression compares with, in order. Empty for an expression that cannot be parsed. */
export function literalsIn(expression: string): Literal[] {
  try {
    return collectLiterals(new Environment().parse(expression).ast)
  } catch {
    return []
  }
}

function collectLiterals(node: ConditionNode, measure?: string): Literal[] {
  if (node.op === 'value') {
    const value: unknown = node.args
    const known = measure === undefined ? {} : { measure }
    if (typeof value === 'bigint' || typeof value === 'number') return [{ value: Number(value), ...known }]
    return typeof value === 'string' && /^\d{4}(-\d{2}){0,2}$/.test(value) ? [{ value, ...known }] : []
  }
  const children = childrenOf(node)
  const call = COMPARISONS.has(node.op) ? children.find((child) => child.op === 'call') : undefined
  const within = call?.args[0]
  return children.flatMap((child) => collectLiterals(child, within))
}

function isNode(value: unknown): value is ConditionNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value
}
