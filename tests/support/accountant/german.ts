/** Lists and ledgers from programs of German, Austrian and Swiss offices. */
import { lines, row, rows, type SentFile, unixLines } from "./file.ts";

const LATIN = { encoding: "windows-1252", locale: "de-DE" } as const;

export const GERMAN_FILES: readonly SentFile[] = [
  {
    ...LATIN,
    name: "two rows without names, decimals with commas",
    text: lines("Anna Weiß;1.234,50", "Jörg Müller;7,25"),
    header: null,
    rows: rows("Anna Weiß | 1.234,50", "Jörg Müller | 7,25"),
    told: ["1 noHeader"],
    means: { "Column 2": ["number", "1234.5", "7.25"] },
  },
  {
    ...LATIN,
    name: "DATEV: a batch of bookings, with the day as four digits",
    text: lines(
      '"EXTF";700;21;"Buchungsstapel";13;20250201101500000;;"RE";"";"";1001;1;20250101;4;20250101;20250131;"Januar";"";1;0;0;"EUR"',
      "Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Konto;Gegenkonto (ohne BU-Schlüssel);BU-Schlüssel;Belegdatum;Belegfeld 1;Buchungstext",
      '1190,00;"S";"EUR";10001;8400;"";0301;"RE-2025-001";"Müller GmbH"',
      '59,50;"H";"EUR";10002;8400;"";2801;"RE-2025-002";"Groß KG"',
    ),
    header: row(
      "Umsatz (ohne Soll/Haben-Kz) | Soll/Haben-Kennzeichen | WKZ Umsatz | Konto | Gegenkonto (ohne BU-Schlüssel) | BU-Schlüssel | Belegdatum | Belegfeld 1 | Buchungstext",
    ),
    rows: rows(
      "1190,00 | S | EUR | 10001 | 8400 | | 0301 | RE-2025-001 | Müller GmbH",
      "59,50 | H | EUR | 10002 | 8400 | | 2801 | RE-2025-002 | Groß KG",
    ),
    leftOut: "1 directive",
    means: {
      "Umsatz (ohne Soll/Haben-Kz)": ["number", "1190", "59.5"],
      "Gegenkonto (ohne BU-Schlüssel)": ["number", "8400", "8400"],
    },
  },
  {
    ...LATIN,
    name: "DATEV: sums and balances, with Soll and Haben behind the figures",
    text: lines(
      "Summen- und Saldenliste;;;;",
      "Mandant 1001/1 Müller GmbH;;;;",
      "Konto;Beschriftung;EB-Wert;Saldo;Kz",
      "1200;Bank;5.000,00;12.345,67 S;S",
      "1400;Forderungen;0,00;1.190,00 S;S",
      "1600;Verbindlichkeiten;250,00;59,50 H;H",
    ),
    header: row("Konto | Beschriftung | EB-Wert | Saldo | Kz"),
    rows: rows(
      "1200 | Bank | 5.000,00 | 12.345,67 S | S",
      "1400 | Forderungen | 0,00 | 1.190,00 S | S",
      "1600 | Verbindlichkeiten | 250,00 | 59,50 H | H",
    ),
    leftOut: "1 title, 2 title",
    means: { "EB-Wert": ["number", "5000", "0", "250"] },
  },
  {
    ...LATIN,
    name: "a list of customers as Lexware's programs export it",
    text: lines(
      "Kundennr.;Matchcode;Anrede;Firma;Name;Vorname;Straße;PLZ;Ort;Telefon;E-Mail;Rabatt;Umsatz;Kunde seit",
      "10001;MUELLER;Firma;Müller GmbH;Müller;Jörg;Hauptstr. 1;01067;Dresden;0351 123456;jm@a.example;5%;12.345,60;01.03.2019",
      "10002;GROSS;Herr;;Groß;Øyvind;Am Markt 2;80331;München;089 654321;;0%;-7,00;17.11.2021",
    ),
    header: row(
      "Kundennr. | Matchcode | Anrede | Firma | Name | Vorname | Straße | PLZ | Ort | Telefon | E-Mail | Rabatt | Umsatz | Kunde seit",
    ),
    rows: rows(
      "10001 | MUELLER | Firma | Müller GmbH | Müller | Jörg | Hauptstr. 1 | 01067 | Dresden | 0351 123456 | jm@a.example | 5% | 12.345,60 | 01.03.2019",
      "10002 | GROSS | Herr | | Groß | Øyvind | Am Markt 2 | 80331 | München | 089 654321 | | 0% | -7,00 | 17.11.2021",
    ),
    means: { Umsatz: ["money", "12345.60", "-7.00"], "Kunde seit": ["date", "2019-03-01", "2021-11-17"] },
  },
  {
    name: "contacts as sevDesk exports them: UTF-8 with a mark, all in quotes",
    locale: "de-DE",
    text: `\ufeff${lines(
      '"Kunden-Nr.";"Organisation";"Nachname";"Vorname";"Kategorie";"USt-ID";"Zahlungsziel Tage";"Skonto Prozent";"E-Mail";"Notiz"',
      '"1000";"Café Größenwahn";"";"";"Kunde";"DE123456789";"14";"2,5";"info@a.example";"zahlt am ""liebsten"" bar"',
      '"1001";"";"Weiß";"Anna";"Interessent";"";"30";"0,0";"";"erste Zeile\nzweite Zeile"',
    )}`,
    header: row(
      "Kunden-Nr. | Organisation | Nachname | Vorname | Kategorie | USt-ID | Zahlungsziel Tage | Skonto Prozent | E-Mail | Notiz",
    ),
    rows: rows(
      '1000 | Café Größenwahn | | | Kunde | DE123456789 | 14 | 2,5 | info@a.example | zahlt am "liebsten" bar',
      "1001 | | Weiß | Anna | Interessent | | 30 | 0,0 | | erste Zeile\nzweite Zeile",
    ),
    means: { "Zahlungsziel Tage": ["number", "14", "30"], "Skonto Prozent": ["number", "2.5", "0"] },
  },
  {
    ...LATIN,
    name: "invoices with day and month that may be either, and nothing that tells",
    text: lines(
      "Rechnung;Datum;Fällig;Betrag",
      "RE-1;03.01.2025;03.02.2025;119,00",
      "RE-2;04.01.2025;04.02.2025;59,50",
    ),
    header: row("Rechnung | Datum | Fällig | Betrag"),
    rows: rows("RE-1 | 03.01.2025 | 03.02.2025 | 119,00", "RE-2 | 04.01.2025 | 04.02.2025 | 59,50"),
    told: ["dates: Datum, Fällig"],
    answer: { dayOrder: "dmy" },
    means: {
      Datum: ["date", "2025-01-03", "2025-01-04"],
      Fällig: ["date", "2025-02-03", "2025-02-04"],
      Betrag: ["money", "119.00", "59.50"],
    },
  },
  {
    ...LATIN,
    name: "one column of days tells the order of the other",
    text: lines("Rechnung;Datum;Fällig", "RE-1;03.01.2025;17.01.2025", "RE-2;04.01.2025;18.01.2025"),
    header: row("Rechnung | Datum | Fällig"),
    rows: rows("RE-1 | 03.01.2025 | 17.01.2025", "RE-2 | 04.01.2025 | 18.01.2025"),
    means: { Datum: ["date", "2025-01-03", "2025-01-04"], Fällig: ["date", "2025-01-17", "2025-01-18"] },
  },
  {
    ...LATIN,
    name: "days with spaces behind their points, and with the names of months",
    text: lines(
      "Kunde;Letzter Besuch;Geburtstag;Seit",
      "Anna Weiß;3. 4. 2025;31. Januar 1980;13. 4. 2019",
      "Jörg Müller;17. 11. 2024;1. März 1975;1. 12. 2020",
    ),
    header: row("Kunde | Letzter Besuch | Geburtstag | Seit"),
    rows: rows(
      "Anna Weiß | 3. 4. 2025 | 31. Januar 1980 | 13. 4. 2019",
      "Jörg Müller | 17. 11. 2024 | 1. März 1975 | 1. 12. 2020",
    ),
    means: {
      "Letzter Besuch": ["date", "2025-04-03", "2024-11-17"],
      Geburtstag: ["date", "1980-01-31", "1975-03-01"],
      Seit: ["date", "2019-04-13", "2020-12-01"],
    },
  },
  {
    ...LATIN,
    name: "prices without cents, and percents",
    text: lines(
      "Artikel;Umsatz;Preis;MwSt",
      "Brot;5.000,-;3,-;7%",
      "Kuchen;1.200,50;12,–;7%",
      "Kaffee;99,--;2,50;19%",
    ),
    header: row("Artikel | Umsatz | Preis | MwSt"),
    rows: rows("Brot | 5.000,- | 3,- | 7%", "Kuchen | 1.200,50 | 12,– | 7%", "Kaffee | 99,-- | 2,50 | 19%"),
    means: { Umsatz: ["money", "5000.00", "1200.50", "99.00"] },
  },
  {
    ...LATIN,
    name: "a minus behind the figure, as SAP writes it",
    text: lines(
      "Debitor;Name;Umsatz",
      "0000100001;Müller GmbH;1.234,56-",
      "0000100002;Groß KG;12,00-",
      "0000100003;Weiß;99,90",
    ),
    header: row("Debitor | Name | Umsatz"),
    rows: rows(
      "0000100001 | Müller GmbH | 1.234,56-",
      "0000100002 | Groß KG | 12,00-",
      "0000100003 | Weiß | 99,90",
    ),
    means: { Umsatz: ["money", "-1234.56", "-12.00", "99.90"] },
  },
  {
    ...LATIN,
    name: "some amounts with points, some with commas: nobody can tell, and the person does",
    text: lines("Kunde;Umsatz", "Anna;1.234,56", "Jörg;12.50", "Zoë;7,25"),
    header: row("Kunde | Umsatz"),
    rows: rows("Anna | 1.234,56", "Jörg | 12.50", "Zoë | 7,25"),
    told: ["decimals: Umsatz"],
    answer: { decimal: "," },
    means: { Umsatz: ["money", "1234.56", "?", "7.25"] },
  },
  {
    name: "a Swiss list with apostrophes between thousands",
    locale: "de-CH",
    text: unixLines(
      "Kunde;Ort;Umsatz;Saldo CHF;Letzter Kontakt",
      "Bäckerei Zürcher;Zürich;1'234.50;1’234.50;31.12.2025",
      "Käserei Rüegg;Genève;12'000.00;12’000.00;01.06.2025",
      "Velo Würz;Chur;-7.25;-7.25;",
    ),
    header: row("Kunde | Ort | Umsatz | Saldo CHF | Letzter Kontakt"),
    rows: rows(
      "Bäckerei Zürcher | Zürich | 1'234.50 | 1’234.50 | 31.12.2025",
      "Käserei Rüegg | Genève | 12'000.00 | 12’000.00 | 01.06.2025",
      "Velo Würz | Chur | -7.25 | -7.25 | ",
    ),
    means: {
      Umsatz: ["money", "1234.50", "12000.00", "-7.25"],
      "Saldo CHF": ["number", "1234.5", "12000", "-7.25"],
      "Letzter Kontakt": ["date", "2025-12-31", "2025-06-01", ""],
    },
  },
  {
    name: "Swiss prices without centimes",
    encoding: "windows-1252",
    locale: "de-CH",
    text: lines(
      "Kunde;Umsatz",
      "Bäckerei Zürcher;CHF 12.--",
      "Käserei Rüegg;CHF 1'200.-",
      "Velo Würz;CHF 7.50",
    ),
    header: row("Kunde | Umsatz"),
    rows: rows("Bäckerei Zürcher | CHF 12.--", "Käserei Rüegg | CHF 1'200.-", "Velo Würz | CHF 7.50"),
    means: { Umsatz: ["money", "12.00", "1200.00", "7.50"] },
  },
  {
    name: "an Austrian list, the sign of the currency in front, January by its own name",
    encoding: "windows-1252",
    locale: "de-AT",
    text: lines(
      "Kunde;Umsatz;Letzter Kontakt",
      "Bäckerei Öller;€ 1.234,56;31. Jänner 2025",
      "Wäscherei Süß;€ -7,00;1. Februar 2025",
    ),
    header: row("Kunde | Umsatz | Letzter Kontakt"),
    rows: rows("Bäckerei Öller | € 1.234,56 | 31. Jänner 2025", "Wäscherei Süß | € -7,00 | 1. Februar 2025"),
    means: { Umsatz: ["money", "1234.56", "-7.00"], "Letzter Kontakt": ["date", "2025-01-31", "2025-02-01"] },
  },
  {
    ...LATIN,
    name: "a birthday with an hour behind it, which would be lost, is refused; midnight is none",
    text: lines(
      "Kunde;Geburtstag",
      "Anna Weiß;31.12.1980 00:00:00",
      "Jörg Müller;01.03.1975 00:00",
      "Zoë Groß;13.05.1990 10:15",
      "Uwe Süß;14.05.1990",
      "Ida Bär;15.05.1990",
    ),
    header: row("Kunde | Geburtstag"),
    rows: rows(
      "Anna Weiß | 31.12.1980 00:00:00",
      "Jörg Müller | 01.03.1975 00:00",
      "Zoë Groß | 13.05.1990 10:15",
      "Uwe Süß | 14.05.1990",
      "Ida Bär | 15.05.1990",
    ),
    means: { Geburtstag: ["date", "1980-12-31", "1975-03-01", "?", "1990-05-14", "1990-05-15"] },
  },
];
