/** What is said around the conversation: the panel, moving to another device, reading aloud. As in words.ts: 简, 繁, English. */
export const AROUND_WORDS = {
  offer: ['开始办：{title}', '開始辦：{title}', 'Start: {title}'],
  moveDevice: ['换设备继续', '換裝置繼續', 'Go on elsewhere'],
  moveLead: [
    '用一个 8 位的码，把这次对话搬到另一台设备上接着办。',
    '用一個 8 位的碼，把這次對話搬到另一台裝置上接著辦。',
    'An 8-character code moves this conversation to another device.',
  ],
  moveOut: ['搬到别的设备', '搬到別的裝置', 'Move it from here'],
  moveOutHow: [
    '在另一台设备上打开边办，点“换设备继续”，输入这个码。10 分钟内有效，只能用一次；用过以后，这台设备上就看不到这次对话了。',
    '在另一台裝置上打開邊辦，點「換裝置繼續」，輸入這個碼。10 分鐘內有效，只能用一次；用過以後，這台裝置上就看不到這次對話了。',
    'Open Bianban on the other device, choose “Go on elsewhere” and enter this code. It works once, within 10 minutes; the conversation then leaves this device.',
  ],
  moveCode: ['继续码', '繼續碼', 'Code'],
  moveGet: ['取一个码', '取一個碼', 'Get a code'],
  moveIn: ['在这里接着办', '在這裡接著辦', 'Go on here'],
  moveEnter: ['另一台设备给的码', '另一台裝置給的碼', 'The code from the other device'],
  moveGo: ['接着办', '接著辦', 'Go on'],
  moveReplaces: [
    '这里现在的对话会换成搬过来的那个。',
    '這裡現在的對話會換成搬過來的那個。',
    'It takes the place of the conversation here.',
  ],
  'code-invalid': [
    '这个码不对、已过期，或者已经用过。请在原来的设备上再取一个。',
    '這個碼不對、已過期，或者已經用過。請在原來的裝置上再取一個。',
    'This code is wrong, expired or used. Please get a new one on the other device.',
  ],
  close: ['关闭', '關閉', 'Close'],
  guideVersion: ['版本 {version}', '版本 {version}', 'Version {version}'],
  guideChecked: ['{date} 核对', '{date} 核對', 'Checked on {date}'],
  guidePage: ['看整份指南（新窗口打开）', '看整份指南（另開視窗）', 'The whole guide (opens in a new window)'],
  sourceBeside: [
    '来源 {n}：{title}（在旁边打开）',
    '來源 {n}：{title}（在旁邊打開）',
    'Source {n}: {title} (opens beside the chat)',
  ],
  readAloud: ['朗读', '朗讀', 'Read aloud'],
  readStop: ['停止朗读', '停止朗讀', 'Stop reading'],
  earlier: ['前面的对话（{n} 条）', '前面的對話（{n} 則）', 'Earlier messages ({n})'],
} as const satisfies Record<string, readonly [string, string, string]>
