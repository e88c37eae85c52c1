/** What is said when nothing can be saved: of a full disk in whatever form it shows itself, and never to reload then. */
import { beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES, loadLanguage, makeTranslate } from "../../../src/i18n/index.ts";
import { saveFailureText } from "../../../src/i18n/wording.ts";
import { failureFrom } from "../../../src/storage/failures.ts";
import { FULL_DISK } from "../../support/storage/faulty.ts";

const DISK = /\bdisk\b|磁盘|磁碟/;
const RELOAD = /reload|重新加载|重新載入/;

beforeAll(() => Promise.all(LANGUAGES.map(loadLanguage)));

describe.each(LANGUAGES)("a failure to save, in %s,", (language) => {
  const t = makeTranslate(() => language);

  it.each(FULL_DISK)("is told as a disk that may be full: $type $message", (failure) => {
    const text = saveFailureText(t, failure, false);
    expect(text).toMatch(DISK);
    expect(text).not.toMatch(RELOAD);
  });

  it.each(["InvalidStateError", "TypeError"])(
    "%s is so where little room is left, and only there",
    (name) => {
      const failure = failureFrom(Object.assign(new Error("closing"), { name }));
      expect(saveFailureText(t, failure, true)).toMatch(DISK);
      expect(saveFailureText(t, failure, true)).not.toMatch(RELOAD);
      expect(saveFailureText(t, failure, false)).toMatch(RELOAD);
      expect(saveFailureText(t, failure, false)).not.toMatch(DISK);
    },
  );
});
