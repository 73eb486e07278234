/** What citizens write in for, as `knowledge/kinds/` has a file of examples for each. */
export const MESSAGE_KINDS = ['question', 'complaint', 'suggestion'] as const

/** What a message is: a question (咨询), a complaint or cry for help (投诉求助), or a suggestion (建言). */
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** Examples of every kind; empty where staff wrote none. */
export type KindExamples = Readonly<Record<MessageKind, readonly string[]>>
