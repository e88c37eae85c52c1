/** Bytes to text: byte order mark, then UTF-16 by its zero bytes, then strict UTF-8, then scored older encodings. */
import type { Encoding, Refused } from "../../exchange/api.ts";

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding; readonly bom: boolean }
  | { readonly ok: false; readonly why: Refused };

/** Strings longer than this cannot be made in every browser. */
const MOST_BYTES = 500_000_000;
const SAMPLE = 65_536;

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte);

const contains = (bytes: Uint8Array, text: string): boolean =>
  new TextDecoder("latin1").decode(bytes.subarray(0, SAMPLE)).includes(text);

/** Files that are no text, by how they begin. */
function foreignFile(bytes: Uint8Array): Refused | null {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    return { reason: contains(bytes, "xl/") || contains(bytes, "[Content_Types].xml") ? "xlsx" : "zip" };
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { reason: "xls" };
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return { reason: "pdf" };
  const sample = bytes.subarray(0, SAMPLE);
  let control = 0;
  for (const byte of sample) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) control += 1;
  // A stray control character is data; more than a few in a thousand are no text.
  return control > 2 + sample.length / 200 ? { reason: "binary" } : null;
}

function utf16(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 8;
  if (odd > many && even < odd / 8) return "utf-16le";
  return even > many && odd < even / 8 ? "utf-16be" : null;
}

const FREQUENT: Readonly<Record<"gb18030" | "big5", ReadonlySet<string>>> = {
  gb18030: new Set(
    "的一是不在有人我他中大为上个国这们到说时要就出会可也你对生能子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔号码姓名客户公司手机邮箱备注编号单位类别职务城市省县店茶李刘陈杨赵黄周吴徐孙朱胡林何郭罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文",
  ),
  big5: new Set(
    "的一是不在有人我他中大為上個國這們到說時要就出會可也你對生能子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運筆號碼姓名客戶公司手機郵箱備註編號單位類別職務城市省縣店茶李劉陳楊趙黃周吳徐孫朱胡林何郭羅梁宋鄭謝韓唐馮於董蕭程曹袁鄧許傅沈曾彭呂蘇盧蔣蔡賈丁魏薛葉閻余潘杜戴夏鍾汪田任姜范方石姚譚廖鄒熊金陸郝孔白崔康毛邱秦江史顧侯邵孟龍萬段雷錢湯尹黎易常武喬賀賴龔文",
  ),
};

/** Share of lone high bytes beside ASCII letters: accents in Latin text stand alone, Chinese bytes come in pairs. */
function latinShare(sample: Uint8Array): number {
  const letter = (byte: number): boolean => (byte | 32) >= 97 && (byte | 32) <= 122;
  let runs = 0;
  let lone = 0;
  for (let i = 0; i < sample.length; i++) {
    if ((sample[i] ?? 0) < 0x80) continue;
    let end = i;
    while ((sample[end] ?? 0) >= 0x80) end += 1;
    runs += 1;
    if (end - i === 1 && (letter(sample[i - 1] ?? 0) || letter(sample[end] ?? 0))) lone += 1;
    i = end;
  }
  return runs === 0 ? 1 : lone / runs;
}

function chineseScore(sample: Uint8Array, encoding: "gb18030" | "big5"): number {
  const text = new TextDecoder(encoding).decode(sample);
  let score = 0;
  for (const char of text) {
    if (FREQUENT[encoding].has(char)) score += 1;
    else if (char === "\ufffd" || (char >= "\ue000" && char <= "\uf8ff")) score -= 3;
  }
  return score;
}

function olderEncoding(bytes: Uint8Array): Encoding {
  const sample = bytes.subarray(0, SAMPLE);
  if (latinShare(sample) > 0.4) return "windows-1252";
  const [gb, big5] = [chineseScore(sample, "gb18030"), chineseScore(sample, "big5")];
  if (Math.max(gb, big5) <= 0) return "windows-1252";
  return big5 > gb ? "big5" : "gb18030";
}

function decodeAs(bytes: Uint8Array, encoding: Encoding, fatal: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}

function markOf(bytes: Uint8Array): Encoding | null {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return "utf-8";
  if (startsWith(bytes, 0xff, 0xfe)) return "utf-16le";
  return startsWith(bytes, 0xfe, 0xff) ? "utf-16be" : null;
}

/** `wanted` overrides what would be detected. */
export function decode(bytes: Uint8Array, wanted: Encoding | undefined): Decoded {
  if (bytes.length === 0) return { ok: false, why: { reason: "empty" } };
  if (bytes.length > MOST_BYTES)
    return { ok: false, why: { reason: "tooLarge", bytes: bytes.length, limit: MOST_BYTES } };
  const mark = markOf(bytes);
  const wide = mark ?? utf16(bytes);
  if (wide === null) {
    const foreign = foreignFile(bytes);
    if (foreign !== null) return { ok: false, why: foreign };
  }
  const given = wanted ?? wide;
  if (given !== null) {
    const text = decodeAs(bytes, given, wanted === undefined);
    if (text === null) return { ok: false, why: { reason: "wrongEncoding", encoding: given } };
    return { ok: true, text, encoding: given, bom: mark === given };
  }
  const unicode = decodeAs(bytes, "utf-8", true);
  if (unicode !== null) return { ok: true, text: unicode, encoding: "utf-8", bom: false };
  const encoding = olderEncoding(bytes);
  return { ok: true, text: decodeAs(bytes, encoding, false) ?? "", encoding, bom: false };
}
