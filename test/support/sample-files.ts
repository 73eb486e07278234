import { crc32, deflateSync } from 'node:zlib'

/** Files as a phone, a scanner or somebody with bad intentions would send them; openly synthetic. */

/** A grey JPEG, baseline, without metadata: 1200 × 1600 pixels, of which it has one. */
const PIXEL = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000ffdb004300' +
    '08'.repeat(64) +
    'ffc0000b08064004b001011100' +
    'ffc4001f0000010501010101010100000000000000000102030405060708090a0b' +
    'ffc400b5100002010303020403050504040000017d01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa' +
    'ffda0008010100003f00fbd0' +
    'ffd9',
  'hex',
)

/** Words that must not be found in what is kept. */
export const GPS_WORDS = 'GPS 24.4798N 118.0894E'

/** A photo whose Exif tells the place, the device and that it lies on its side (orientation 6). */
export function photoWithGps(): Buffer {
  const tiff = Buffer.concat([
    Buffer.from('49492a0008000000020012010300010000000600000025880400010000002600000000000000', 'hex'),
    Buffer.from(`${GPS_WORDS} TestPhone`, 'latin1'),
  ])
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.alloc(4)
  head.writeUInt16BE(0xffe1, 0)
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([PIXEL.subarray(0, 2), head, body, PIXEL.subarray(2)])
}

/** A plain photo, filled up to a size with more picture data. */
export function photoOf(bytes: number): Buffer {
  const fill = Buffer.alloc(Math.max(0, bytes - PIXEL.length), 0x55)
  return Buffer.concat([PIXEL.subarray(0, -2), fill, PIXEL.subarray(-2)])
}

function chunk(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(data.length)
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([head, named, check])
}

/** A PNG of the size its header claims, with a text chunk. */
export function png({ width = 800, height = 1000, comment = '' } = {}): Buffer {
  const header = Buffer.from('00000000000000000800000000', 'hex')
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...(comment === '' ? [] : [chunk('tEXt', Buffer.from(`Comment\0${comment}`, 'latin1'))]),
    chunk('IDAT', deflateSync(Buffer.alloc(2))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** What a PDF may bring besides its one page. */
type PdfParts = {
  /** Lines of its text layer. */
  readonly lines?: readonly string[]
  /** More entries of the catalogue. */
  readonly catalogue?: string
  /** More objects: dictionary and packed contents. */
  readonly streams?: readonly { readonly dictionary: string; readonly content: Buffer }[]
}

/** A PDF of one page. Chinese goes in as UCS-2 under a ToUnicode map that maps each code to itself. */
export function pdf({ lines = [], catalogue = '', streams = [] }: PdfParts = {}): Buffer {
  const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')
  const content = `BT /F1 12 Tf 20 280 Td ${lines.map((line) => `<${hex(line)}> Tj 0 -20 Td`).join(' ')} ET`
  const map =
    '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange ' +
    '1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end'
  const stream = (dictionary: string, data: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`, 'latin1'),
      data,
      Buffer.from('\nendstream', 'latin1'),
    ])
  const objects: Buffer[] = [
    Buffer.from(`<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`, 'latin1'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>', 'latin1'),
    Buffer.from(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      'latin1',
    ),
    stream('', Buffer.from(content, 'latin1')),
    Buffer.from(
      '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>',
      'latin1',
    ),
    Buffer.from(
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>',
      'latin1',
    ),
    stream('', Buffer.from(map, 'latin1')),
    ...streams.map(({ dictionary, content: packed }) => stream(dictionary, packed)),
  ]
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n', 'latin1')]
  let at = parts[0]?.length ?? 0
  const offsets: number[] = []
  objects.forEach((object, index) => {
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    offsets.push(at)
    at += whole.length
    parts.push(whole)
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
      'latin1',
    ),
  )
  return Buffer.concat(parts)
}

/** The beginning of a Windows program. */
export const PROGRAM = Buffer.concat([
  Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0', 'latin1'),
  Buffer.alloc(512),
])

/** A ZIP archive with one entry that claims four gigabytes. */
export const ZIP_BOMB = Buffer.concat([
  Buffer.from('504b03041400000008000000000000000000000000ffffffff05000000', 'hex'),
  Buffer.from('\0a.txt', 'latin1'),
  deflateSync(Buffer.alloc(1_000_000)),
])
