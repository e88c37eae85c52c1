/** Lists in the manner of other countries, whose customers an office has too. */
import { lines, row, rows, type SentFile, unixLines } from "./file.ts";

export const OTHER_FILES: readonly SentFile[] = [
  {
    name: "France: the file of all bookings that the tax office asks for",
    locale: "fr-FR",
    text: lines(
      "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|EcritureLib|Debit|Credit",
      "VE|Ventes|1|20250131|411000|Clients|C001|Boulangerie Lefèvre|F-1|Facture F-1|1234,50|0,00",
      "VE|Ventes|1|20250131|706000|Prestations|||F-1|Facture F-1|0,00|1234,50",
    ),
    header: row(
      "JournalCode | JournalLib | EcritureNum | EcritureDate | CompteNum | CompteLib | CompAuxNum | CompAuxLib | PieceRef | EcritureLib | Debit | Credit",
    ),
    rows: rows(
      "VE | Ventes | 1 | 20250131 | 411000 | Clients | C001 | Boulangerie Lefèvre | F-1 | Facture F-1 | 1234,50 | 0,00",
      "VE | Ventes | 1 | 20250131 | 706000 | Prestations | | | F-1 | Facture F-1 | 0,00 | 1234,50",
    ),
    means: {
      EcritureNum: ["number", "1", "1"],
      CompteNum: ["number", "411000", "706000"],
      Debit: ["number", "1234.5", "0"],
      Credit: ["number", "0", "1234.5"],
    },
  },
  {
    name: "France: narrow spaces between thousands, the sign of the euro behind",
    locale: "fr-FR",
    text: lines(
      "Client;Revenue;Solde",
      "Café Noël;1\u202f234,50\u00a0€;1\u202f234,50\u00a0€",
      "L'Épicerie;-7,00\u00a0€;-7,00\u00a0€",
    ),
    header: row("Client | Revenue | Solde"),
    rows: [
      ["Café Noël", "1\u202f234,50\u00a0€", "1\u202f234,50\u00a0€"],
      ["L'Épicerie", "-7,00\u00a0€", "-7,00\u00a0€"],
    ],
    means: { Revenue: ["money", "1234.50", "-7.00"], Solde: ["money", "1234.50", "-7.00"] },
  },
  {
    name: "Italy: commas inside, semicolons between",
    locale: "it-IT",
    encoding: "windows-1252",
    text: lines(
      "Codice;Ragione sociale;Città;Fatturato;Ultima visita",
      "001;Caffè Però;Forlì;€ 1.234,50;31/01/2025",
      "002;Panificio Nicolò;Cantù;€ 99,00;01/12/2025",
    ),
    header: row("Codice | Ragione sociale | Città | Fatturato | Ultima visita"),
    rows: rows(
      "001 | Caffè Però | Forlì | € 1.234,50 | 31/01/2025",
      "002 | Panificio Nicolò | Cantù | € 99,00 | 01/12/2025",
    ),
    means: {
      Fatturato: ["money", "1234.50", "99.00"],
      "Ultima visita": ["date", "2025-01-31", "2025-12-01"],
    },
  },
  {
    name: "Spain: four digits without a sign between thousands",
    locale: "es-ES",
    encoding: "windows-1252",
    text: lines(
      "Código;Cliente;Población;Importe",
      "001;Panadería Núñez;Cádiz;1234,50",
      "002;Café Peñón;A Coruña;12.345,00",
    ),
    header: row("Código | Cliente | Población | Importe"),
    rows: rows("001 | Panadería Núñez | Cádiz | 1234,50", "002 | Café Peñón | A Coruña | 12.345,00"),
  },
  {
    name: "the Netherlands: whole euros with a stroke",
    locale: "nl-NL",
    text: lines(
      "Klant;Plaats;Revenue",
      "Bakkerij Jansen;Utrecht;€ 5.000,-",
      "Café 't Hoekje;Delft;€ 12,50",
      "Fietsen Smit;Breda;€ -7,-",
    ),
    header: row("Klant | Plaats | Revenue"),
    rows: rows(
      "Bakkerij Jansen | Utrecht | € 5.000,-",
      "Café 't Hoekje | Delft | € 12,50",
      "Fietsen Smit | Breda | € -7,-",
    ),
    means: { Revenue: ["money", "5000.00", "12.50", "-7.00"] },
  },
  {
    name: "Sweden: days with the year first, kronor behind",
    locale: "sv-SE",
    encoding: "windows-1252",
    text: lines(
      "Kundnr;Namn;Ort;Revenue;Senast köp",
      "1001;Åsa Öberg;Luleå;1 234,50 kr;2025-01-31",
      "1002;Björn Ängström;Växjö;99,00 kr;2025-02-01",
    ),
    header: row("Kundnr | Namn | Ort | Revenue | Senast köp"),
    rows: rows(
      "1001 | Åsa Öberg | Luleå | 1 234,50 kr | 2025-01-31",
      "1002 | Björn Ängström | Växjö | 99,00 kr | 2025-02-01",
    ),
    means: {
      Kundnr: ["number", "1001", "1002"],
      Revenue: ["money", "1234.50", "99.00"],
      "Senast köp": ["date", "2025-01-31", "2025-02-01"],
    },
  },
  {
    name: "Bohemia: days with spaces, thousands with spaces",
    locale: "cs-CZ",
    text: unixLines(
      "Zákazník;Město;Revenue;Poslední nákup",
      "Pekařství Dvořák;Plzeň;1 234,50;3. 4. 2025",
      "Kavárna Růže;Brno;99,00;17. 11. 2024",
    ),
    header: row("Zákazník | Město | Revenue | Poslední nákup"),
    rows: rows(
      "Pekařství Dvořák | Plzeň | 1 234,50 | 3. 4. 2025",
      "Kavárna Růže | Brno | 99,00 | 17. 11. 2024",
    ),
    means: { Revenue: ["money", "1234.50", "99.00"], "Poslední nákup": ["date", "2025-04-03", "2024-11-17"] },
  },
  {
    name: "Brazil: reais in front",
    locale: "pt-BR",
    encoding: "windows-1252",
    text: lines(
      "Código;Nome;Cidade;Revenue",
      "001;João Conceição;São Paulo;R$ 1.234,50",
      "002;Padaria Pão Nosso;Maceió;R$ 99,00",
    ),
    header: row("Código | Nome | Cidade | Revenue"),
    rows: rows(
      "001 | João Conceição | São Paulo | R$ 1.234,50",
      "002 | Padaria Pão Nosso | Maceió | R$ 99,00",
    ),
    means: { Revenue: ["money", "1234.50", "99.00"] },
  },
  {
    name: "Japan: yen without decimals",
    locale: "ja-JP",
    text: `\ufeff${lines("コード,会社名,revenue,最終訪問", '001,さくら茶屋,"¥1,200",2025/01/31', '002,𠮷田商店,"¥35,000",2025/12/01')}`,
    header: row("コード | 会社名 | revenue | 最終訪問"),
    rows: rows("001 | さくら茶屋 | ¥1,200 | 2025/01/31", "002 | 𠮷田商店 | ¥35,000 | 2025/12/01"),
    means: { revenue: ["money", "1200.00", "35000.00"], 最終訪問: ["date", "2025-01-31", "2025-12-01"] },
  },
];
