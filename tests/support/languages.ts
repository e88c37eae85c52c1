/** Before any test: every language, which the app fetches when it is first spoken. */
import { LANGUAGES, loadLanguage } from "../../src/i18n/index.ts";

await Promise.all(LANGUAGES.map(loadLanguage));
