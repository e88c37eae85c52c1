/** Where in a file its table lies, and what around it is left out and told. */
import { describe, expect, it, vi } from "vitest";
import { runNow } from "../../../src/engine/steps.ts";
import {
  type ReadHints,
  type ReadRows,
  readCsv,
  readUnsettledSteps,
  settleExtent,
} from "../../../src/exchange/index.ts";
import { bytesOf } from "../../support/csv.ts";

function read(text: string, hints: ReadHints = {}): ReadRows {
  const found = readCsv(bytesOf(text), hints);
  if (found.type === "refused") throw new Error(`refused: ${found.why.reason}`);
  return found;
}

const left = ({ excluded }: ReadRows): string => excluded.map(({ line, why }) => `${line} ${why}`).join(", ");
const cells = ({ rows }: ReadRows): readonly string[] => rows.map((row) => row.join("|"));

const REPORT = [
  "Acme Ltd",
  "Customers by region",
  "",
  "Name,City,Balance",
  "North,,",
  "Ann,York,10.00",
  "Bob,Hull,20.00",
  "Total North,,30.00",
  "South,,",
  "Cid,Kent,5.00",
  "Dan,Rye,6.00",
  "Total South,,11.00",
  "Grand Total,,41.00",
  "Generated 1 Jan",
  "",
].join("\n");

describe("rows in which nothing stands", () => {
  it("are told as blank at the end, and are rows between others", () => {
    const found = read("Name,City,Balance\nAnn,York,1\n,,\nBob,Hull,2\n,,\n,,\n");
    expect(cells(found)).toEqual(["Ann|York|1", "||", "Bob|Hull|2"]);
    expect(left(found)).toBe("5 blank, 6 blank");
  });

  it("do not hide what else stands at the end", () => {
    const list = "Name,City,Balance\nAnn,York,1\nBob,Hull,2\nTotal,,3\n,,\n,,\n";
    expect(cells(read(list))).toEqual(["Ann|York|1", "Bob|Hull|2"]);
    expect(left(read(list))).toBe("4 total, 5 blank, 6 blank");
    const unnamed = read("Ann,York,1\nBob,Hull,2\n,,\n", { header: false });
    expect(cells(unnamed)).toEqual(["Ann|York|1", "Bob|Hull|2"]);
  });

  it("are empty cells in a file of one column", () => {
    expect(cells(read('Name\nAnn\n""\n""\n'))).toEqual(["Ann", "", ""]);
  });
});

describe("many rows with the name of a total", () => {
  it("are looked through once, and not once for each of them", () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, n) => `${n % 200 === 9 ? "Total" : `N${n}`},${n + 1},${n + 2},3`,
    );
    const unsettled = runNow(readUnsettledSteps(bytesOf(`Name,A,B,C\n${rows.join("\n")}\n`), {}));
    if (unsettled.type === "refused") throw new Error("it is a table");
    const looks = vi.spyOn(Set.prototype, "has");
    const table = settleExtent(unsettled, {});
    const count = looks.mock.calls.length;
    looks.mockRestore();
    expect(count).toBeLessThan(20_000 * 10);
    expect(table.doubtful).toHaveLength(100);
  });
});

describe("a report", () => {
  it("has its titles, parts, totals and footer left out, each with its line", () => {
    const found = read(REPORT);
    expect(found.header).toEqual(["Name", "City", "Balance"]);
    expect(found.headerLine).toBe(4);
    expect(cells(found)).toEqual(["Ann|York|10.00", "Bob|Hull|20.00", "Cid|Kent|5.00", "Dan|Rye|6.00"]);
    expect(found.lines).toEqual([6, 7, 10, 11]);
    expect(left(found)).toBe(
      "1 title, 2 title, 3 blank, 5 section, 8 total, 9 section, 12 total, 13 total, 14 footer",
    );
    expect(found.excluded[4]?.cells).toEqual(["Total North", "", "30.00"]);
    expect(found.problems).toEqual([]);
  });

  it("has a last row with nothing but a name for a row, as its other rows read so, and tells of it", () => {
    const rows = "Acme Ltd\nName,Mobile,City\nAnn Poe,0171,York\nBob,0172,Hull\n";
    const found = read(`${rows}Zoë,,\n`);
    expect(cells(found)).toEqual(["Ann Poe|0171|York", "Bob|0172|Hull", "Zoë||"]);
    expect(left(found)).toBe("1 title");
    expect(found.problems).toContainEqual({ line: 5, problem: "doubtful", looksLike: "footer" });
    for (const footer of ["Zoë", "Page 1,,", "Printed: Zoë,,", "End of the list,,", "Confidentially,,"])
      expect(left(read(`${rows}${footer}\n`))).toBe("1 title, 5 footer");
  });

  it("keeps a line, or leaves one out, where the person says so", () => {
    const found = read(REPORT, { keep: [5], leave: [6] });
    expect(cells(found)[0]).toBe("North||");
    expect(left(found)).toContain("6 chosen");
  });

  it("takes another line for the names where the person says so", () => {
    const found = read(REPORT, { headerLine: 6 });
    expect(found.header).toEqual(["Ann", "York", "10.00"]);
    expect(left(found)).toContain("5 title");
  });
});

describe("a report of several pages", () => {
  it("has its title and names again on each, though its figures have commas", () => {
    const head = (page: number) => `Debitoren;;\nSeite ${page} von 2;;\nKonto;Name;Saldo\n`;
    const text = `${head(1)}10001;Ann;1,00\n10002;Bob;2,00\n${head(2)}10003;Cid;3,00\nSumme;;6,00\n`;
    const found = read(text);
    expect(found.rows.map(([code]) => code)).toEqual(["10001", "10002", "10003"]);
    expect(left(found)).toBe("1 title, 2 title, 6 section, 7 section, 8 repeatedHeader, 10 total");
  });

  it("keeps a row that has nothing but what no title says", () => {
    const found = read("Debitoren;;\nKonto;Name;Saldo\n1;Ann;1,00\n2;Bob;2,00\n3;;\n4;Cid;3,00\n");
    expect(found.rows.length).toBe(4);
    expect(found.problems).toMatchObject([{ line: 5, problem: "doubtful", looksLike: "section" }]);
  });

  it.each(["制单：王芳,,审核：李明,", "Prepared by: Ann,,Checked: Bob,", "制表人：王芳,日期：2025-01-31,,"])(
    "is signed below: %s",
    (signed) => {
      const text = `应收账款,,,\n编号,客户,金额,备注\n1,张伟,10.00,\n2,李霞,20.00,\n合计,,30.00,\n${signed}\n`;
      expect(left(read(text))).toBe("1 title, 5 total, 6 footer");
    },
  );
});

describe("parts that their totals name", () => {
  it.each([
    "Total Bob",
    "Total for Bob",
    "Total (Bob)",
    "Bob Total",
    "Subtotal: Bob",
    "Summe Bob",
    "Gesamt für Bob",
  ])("are proven where their title stands above, by %s", (total) => {
    const text = `Customers,,\nName,Date,Amount\nBob,,\n,2025-01-20,5.00\n${total},,5.00\n`;
    expect(left(read(text))).toBe("1 title, 3 section, 5 total");
    expect(left(read(text.replace("Bob,,", "Rob,,")))).toBe("1 title, 3 section");
  });

  it("are a report without a title", () => {
    const found = read(
      ",Date,Num,Amount\nAnn Smith,,,\n,2025-01-15,1,10.00\n,2025-01-31,2,20.00\nTotal Ann Smith,,,30.00\n" +
        "Bob Jones,,,\n,2025-01-20,3,5.00\nTotal Bob Jones,,,5.00\nTOTAL,,,35.00\n",
    );
    expect(found.rows.map(([, , num]) => num)).toEqual(["1", "2", "3"]);
    expect(left(found)).toBe("2 section, 5 total, 6 section, 8 total, 9 total");
  });

  it("are customers where no figure stands beside the word", () => {
    const found = read("Name,City,Balance\nEnergies,,\nAnn,York,1.00\nTotal Energies,,\n");
    expect(left(found)).toBe("");
    expect(found.rows.length).toBe(3);
  });

  const LIST = "Name,City,Balance\nWine & More,,\nAnn,York,1.00\nBob,Hull,3.00\n";

  it("are customers where the figure is no sum of what stands between, and are told", () => {
    for (const total of [
      "Total Wine & More,,5.00",
      "Total Wine & More,Rye,5.00",
      "Wine & More Total,Rye,3.00",
    ]) {
      const found = read(`${LIST}${total}\nCid,,\nDan,,\nEve,Kent,\n`);
      expect(left(found), total).toBe("");
      expect(found.rows.length).toBe(7);
      expect(found.problems).toEqual([{ line: 5, problem: "doubtful", looksLike: "total" }]);
    }
    expect(left(read(`${LIST}Total Wine & More,,4.00\n`))).toBe("2 section, 5 total");
  });

  it("of one row are proven by all figures", () => {
    const list = (total: string) =>
      left(read(`Name,City,Days,Balance\nEnergies,,,\nAnn,York,30,1.00\n${total}\nBob,Hull,14,2.00\n`));
    expect(list("Total Energies,,30,1.00")).toBe("2 section, 4 total");
    expect(list("Total Energies,,30,7.00")).toBe("");
    expect(list("Total Energies,,,1.00")).toBe("2 section, 4 total");
    expect(list("Total Energies,,0,0")).toBe("");
  });

  it("are told where no cell of theirs is empty", () => {
    const found = read("Name,Days,Balance\nEnergies,,\nAnn,30,1.00\nTotal Energies,30,1.00\nBob,14,2.00\n");
    expect(left(found)).toBe("2 section");
    expect(found.problems).toEqual([{ line: 4, problem: "doubtful", looksLike: "total" }]);
  });

  it("count all where one of them is proven", () => {
    const found = read(
      "Name,Date,Amount\nAnn,,\n,2025-01-15,10.00\n,2025-01-31,20.00\nTotal Ann,,30.00\nBob,,\n,2025-02-01,6.00\nTotal Bob,,5.00\n",
    );
    expect(left(found)).toBe("2 section, 5 total, 6 section, 8 total");
  });

  it.each([
    "TotalEnergies,Paris,4.00",
    "Total Wine & More,Rye,4.00",
    "Summe GmbH,Ulm,4.00",
    "合计贸易有限公司,上海,9.00",
  ])("are none where only the name of a customer begins so: %s", (row) => {
    const found = read(`Name,City,Balance\nAnn,York,1.00\nBob,Hull,2.00\n${row}\nCid,,\nDan,,\n`);
    expect([left(found), found.rows.length, found.problems]).toEqual(["", 5, []]);
  });

  it("have their word beside the figures, however far to the right", () => {
    const part = "No,Type,Date,Ref,Balance\n1,SI,2025-01-15,A1,10.00\n2,SI,2025-01-31,A2,20.00\n";
    const found = read(
      `Aged Debtors,,,,\n${part},,,Totals:,30.00\n3,SI,2025-02-01,A3,7.00\n,,,Totals:,7.00\n`,
    );
    expect(left(found)).toBe("1 title, 5 total, 7 total");
  });
});

describe("a line of strokes below the names", () => {
  it.each(["----,----,-------", ":---,---,---:", "====,====,=======", "-----+-----+------"])(
    "is no row: %s",
    (line) => {
      const found = read(`Name,City,Balance\n${line}\nAnn,York,1.00\nBob,Hull,2.50\n`);
      expect(found.rows.length).toBe(2);
      expect(left(found)).toBe("2 headerRow");
    },
  );

  it("is not the first row where no column has a name", () => {
    expect(left(read(";;\nA;B;\nC;D;\n", { headerLine: 1 }))).toBe("");
  });

  it("is a row, and told, where they are shorter than the names: what somebody wrote for nothing", () => {
    const found = read("Name;Note\n---;---\nAnn;---\nBob;x\n");
    expect(found.rows.length).toBe(3);
    expect(found.problems).toEqual([{ line: 2, problem: "doubtful", looksLike: "headerRow" }]);
  });

  it("is a row where there is anything else in it, or anything above", () => {
    expect(read("Name,City,Balance\n---,---,1.00\nBob,Hull,2.50\n").rows.length).toBe(2);
    expect(read("Name,City,Balance\nBob,Hull,2.50\n---,---,---\nAnn,York,1.00\n").rows.length).toBe(3);
  });
});

describe("a count behind the last row", () => {
  it("is told", () => {
    const found = read("Name,City,Balance\nAnn,York,1.00\nBob,Hull,2.50\nNumber of records: 2,,\n");
    expect(found.rows.length).toBe(3);
    expect(found.problems).toEqual([{ line: 4, problem: "doubtful", looksLike: "footer" }]);
    expect(read("Name,City,Balance\nAnn,York,1.00\nBob,Hull,2.50\nCid 2,,\n").problems).toEqual([]);
  });
});

describe("what stands above names", () => {
  const TABLE = "Date;Payee;In;Out\n2025-01-31;Ann;5.00;\n2025-02-01;Bob;;7.50\n";

  it("may be more pairs than there are rows", () => {
    const pairs = "Account:;CH93\nFrom;2025-01-01\nTo;2025-02-01\nCurrency:;CHF\n\n";
    const found = read(pairs + TABLE);
    expect(found.header).toEqual(["Date", "Payee", "In", "Out"]);
    expect(found.rows.length).toBe(2);
    expect(left(found)).toBe("1 title, 2 title, 3 title, 4 title, 5 blank");
  });

  it("is the table where what is wider names nothing", () => {
    const found = read("Name,City\nAnn,York\nBob,Hull\nCid,Kent,old\nDee,Bath,new\n");
    expect(found.header).toEqual(["Name", "City"]);
    expect(left(found)).toBe("");
  });

  it.each([
    "Name;Ort\nAcme;Bonn;unbekannt\nFoo;Köln;12\nBar;Ulm;7\n",
    "Name;Umsatz\nAcme;12\nFoo;keiner;neu\nBar;8;5\n",
    "Name;Ort\nAcme;Bonn\nFoo GmbH;Köln;alt\nBar;Ulm;7\n",
  ])("is names where it is no pair, though the last column has none: %j", (text) => {
    const found = read(text);
    expect(found.headerLine).toBe(1);
    expect(left(found)).toBe("");
  });

  it("may begin with a pair that has figures, or with a title", () => {
    for (const above of [
      "IBAN;DE89 3704\nInhaber;Ann\n",
      "Umsätze\nKonto:;Giro\n",
      "Umsätze;\nStand;31.01.2025\n",
    ])
      expect(read(above + TABLE).header).toEqual(["Date", "Payee", "In", "Out"]);
  });

  it("may be names that reach over two lines, more of them than of those below", () => {
    const rows = "1,Ann,York,5.00,0.00\n".repeat(5);
    const found = read(`No,Name,City,Balance,\n,,,Debit,Credit\n${rows}`);
    expect(found.header).toEqual(["No", "Name", "City", "Debit", "Credit"]);
    expect(left(found)).toBe("1 headerRow");
  });
});

describe("a first line of values", () => {
  it("is a row where its decimals have commas", () => {
    const found = read("Anna;Köln;1.234,50\nJörg;Bonn;7,25\nUwe;Ulm;12,00\n");
    expect(found.header).toBeNull();
    expect(found.rows.length).toBe(3);
  });

  it("is a row below a title, though there are quotes in that", () => {
    const found = read('Umsätze;"";""\nAnna;Köln;1.234,50\nJörg;Bonn;7,25\nUwe;Ulm;12,00\n');
    expect(found.header).toBeNull();
    expect(found.rows.length).toBe(4);
  });

  it("is one of names where these are months, or in quotes as our own are", () => {
    expect(read("Kunde;JAN 2025;FEB 2025\nAnna;1,50;2,50\nJörg;3,50;4,50\n").header).not.toBeNull();
    expect(read('"1,5";"2,5"\n"7,25";"8,25"\n"9,25";"1,25"\n').header).toEqual(["1,5", "2,5"]);
  });

  it("is a row, though there is an amount with a comma in it", () => {
    const found = read(
      '31/01/2025,Corner Shop,"-1,234.50"\n01/02/2025,Water Co,-12.00\n02/02/2025,Ann,300.00\n',
    );
    expect(found.header).toBeNull();
    expect(found.rows.length).toBe(3);
  });
});

describe("a total", () => {
  it.each(["本月合计", "本年累计", "本期合计", "本日合计", "本頁合計"])("%s is one below a title", (word) => {
    expect(left(read(`明细账\n日期,摘要,借方,贷方\n2025-01-05,销售,3.00,0.00\n,${word},3.00,0.00\n`))).toBe(
      "1 title, 4 total",
    );
  });

  it("is one where its figures are the sums of those above", () => {
    expect(
      left(read("Name,City,Balance\nAnn,York,1.50\nTotal,Hull,4.00\nBob,Hull,2.50\nTotal,x,4.00\n")),
    ).toBe("5 total");
  });

  it.each(["合计", "总计：", "Summe", "Total", "TOTALS", "小计"])(
    "is one where %s ends a file without a code",
    (word) => {
      expect(left(read(`Code,Name,Balance\n001,Ann,7\n002,Bob,9\n,${word},99\n`))).toBe("4 total");
    },
  );

  it.each([
    ["5.000,-", "7,50", "5.007,50"],
    ["5.000,-- €", "1.200,– €", "6.200,- €"],
    ["CHF 12.--", "CHF 1'200.-", "CHF 1'212.--"],
    ["－５００", "200", "-300"],
  ])("is the sum of amounts as they are written without cents: %s and %s", (first, second, total) => {
    const csv = `Name;Ort;Betrag\nAnn;York;${first}\nBob;Hull;${second}\nSumme;x;${total}\nCid;Kent;9\n`;
    expect(left(read(csv))).toBe("4 total");
    expect(left(read(csv.replace(total, `1${total}`)))).toBe("");
  });

  it.each(["Percentage of total", "% of Total", "Anteil in %", "占比"])(
    "has its shares below it, which are none of the rows: %s",
    (word) => {
      const csv = `Name,Due,Paid\nAnn,3.00,1.00\nBob,1.00,3.00\nTotal,4.00,4.00\n${word},50%,50.0%\n`;
      expect(left(read(csv))).toBe("4 total, 5 total");
      expect(left(read(csv.replace("50%", "50")))).toBe("4 total");
    },
  );

  it("without a word is told", () => {
    const found = read("No,Name,Balance\n1,Ann,10.00\n2,Bob,20.00\n,,30.00\n");
    expect(found.rows.length).toBe(3);
    expect(found.problems).toEqual([{ line: 4, problem: "doubtful", looksLike: "total" }]);
    expect(read("No,Name,Balance\n1,Ann,10.00\n2,Bob,20.00\n,,31.00\n").problems).toEqual([]);
    expect(read("No,Name,Balance\n1,Ann,10.00\n,,20.00\n,,30.00\n").problems).toEqual([]);
  });

  it.each(["Average", "Durchschnitt", "平均"])("may be an average, which is told: %s", (word) => {
    const found = read(`Report\n\nName,Jan,Feb\nAnn,10,20\nBob,20,30\nTotal,30,50\n${word},15,25\n`);
    expect(left(found)).toBe("1 title, 2 blank, 6 total");
    expect(found.problems).toMatchObject([{ line: 7, problem: "doubtful", looksLike: "total" }]);
  });

  it("is a customer where nothing but the word says otherwise, and is told", () => {
    const found = read("Code,Name,Balance\n1,Ann,7\n2,Total,9\n3,Total Energies,5\n");
    expect(found.rows.length).toBe(3);
    expect(found.problems).toEqual([{ line: 3, problem: "doubtful", looksLike: "total" }]);
  });
});

describe("the balance of a bank's statement", () => {
  const statement = (opening: string, closing: string) =>
    `Date,Text,Amount,Balance\n2025-01-01,${opening},,100.00\n2025-01-02,Coffee,-3.00,97.00\n2025-01-03,Opening balance fee,-1.00,96.00\n2025-01-31,${closing},,96.00\n`;

  it.each([
    ["Opening balance", "Closing balance"],
    ["Balance brought forward", "Balance carried forward"],
    ["BEGINNING BALANCE AS OF 01/01/2025", "Ending balance 01/31/2025"],
    ["Saldo vortrag", "Endsaldo"],
    ["Saldovortrag zum 01.01.2025", "Neuer Saldo"],
    ["期初余额", "期末余额："],
    ["上期結餘", "期末餘額"],
    ["Solde initial", "Solde final au 31/01/2025"],
  ])("is a row, and told: %s, %s", (opening, closing) => {
    const found = read(statement(opening, closing));
    expect(found.rows.length).toBe(4);
    expect(found.problems).toEqual([
      { line: 2, problem: "doubtful", looksLike: "balance" },
      { line: 5, problem: "doubtful", looksLike: "balance" },
    ]);
    expect(left(read(statement(opening, closing), { leave: [2, 5] }))).toBe("2 chosen, 5 chosen");
    expect(read(statement(opening, closing), { keep: [2, 5] }).problems).toEqual([]);
  });

  it("is told of each month, where one stands at the beginning or the end", () => {
    const rows = Array.from(
      { length: 20 },
      (_, n) => `2025-01-${10 + n},${n % 10 === 0 ? "Opening balance" : "x"},${n}.50`,
    );
    expect(read(`Date,Text,Amount\n${rows.join("\n")}\n`).problems.map(({ line }) => line)).toEqual([2, 12]);
  });

  it("is no doubt where there is no figure, or where most rows are such", () => {
    expect(read("Name,City,Balance\nOpening balance,York,\nBob,Hull,1\n").problems).toEqual([]);
    const rows = ["Ann", "Bob", "Cid", "Dan"].map((name, n) => `${name},Opening balance,${n}.50\n`);
    expect(read(`Name,Text,Amount\n${rows.join("")}`).problems).toEqual([]);
    const most = ["1", "", "", "", ""].map((amount) => `Ann,Opening balance,${amount}\n`);
    expect(read(`Name,Text,Amount\n${most.join("")}Bob,Coffee,2\n`).problems).toEqual([]);
  });
});

describe("a row that begins like a total", () => {
  const detail = (memo: string) =>
    "Sales by Customer Detail\n,Type,Date,Num,Memo,Amount\nAcme,,,,,\n" +
    `,Invoice,01/15/2025,1001,${memo},500.00\n,Invoice,01/16/2025,1002,Paper,20.00\nTotal Acme,,,,,520.00\n`;

  it.each(["Total service package", "Gesamt Wartung", "Total Quartz 5W30", "Paper, sub total"])(
    "is one of a report's where it describes what was sold: %s",
    (memo) => {
      const found = read(detail(/,/.test(memo) ? `"${memo}"` : memo));
      expect(found.rows.map(([, , , num]) => num)).toEqual(["1001", "1002"]);
      expect(left(found)).toBe("1 title, 3 section, 6 total");
    },
  );

  it("is one of a report's where neither sums nor a part of that name prove it, and is told", () => {
    const found = read("Kunden;;\nName;Ort;Saldo\nAnn;Ulm;10,00\nGesamt Bau GmbH;;7,00\nCid;Kiel;5,00\n");
    expect(found.rows.length).toBe(3);
    expect(left(found)).toBe("1 title");
    expect(found.problems).toEqual([{ line: 4, problem: "doubtful", looksLike: "total" }]);
  });

  it("does not make rows above it the titles of parts, or signatures", () => {
    const found = read(
      "Customers\nName,City,Balance\nAnn,York,10.00\nTotal Bau,Ulm,7.00\nBob,,\nCid,Kent,5.00\nDan: x,Rye: y,\n",
    );
    expect(found.rows.length).toBe(5);
    expect(found.problems).toEqual([{ line: 5, problem: "doubtful", looksLike: "section" }]);
  });
});

describe("names", () => {
  it("are left out where they come again", () => {
    expect(left(read("Name,City,Revenue\nA,B,1\nName,City,Revenue\nC,D,2\n"))).toBe("3 repeatedHeader");
  });

  it("are left out where another file was put behind the first, mark and all", () => {
    const found = read("\ufeffName,City,Revenue\nA,B,1\n\ufeffName,City,Revenue\nC,D,2\n");
    expect(left(found)).toBe("3 repeatedHeader");
  });

  it("stay a row where nothing tells them from one", () => {
    expect(read("a,b\nx,y\na,b\n").rows.length).toBe(2);
  });

  it("stand below a title that is spread over several cells", () => {
    const header = ["Code", "Name", "Mobile", "City", "Balance"];
    const rows = "C1,Ann,0171,York,10.00\nC2,Bob,0172,Hull,20.00\nC3,Cid,,Kent,\n";
    for (const title of [
      "Acme Ltd,Customers,2025-12-31",
      "Acme Ltd,Customers,All regions",
      "Acme Ltd,,Customers,,2025",
    ])
      for (const between of ["", "\n", ",,,,\n"]) {
        const found = read(`${title}\n${between}${header.join(",")}\n${rows}`);
        expect(found.header).toEqual(header);
        expect(left(found)).toMatch(/^1 title/);
        expect(found.rows).toHaveLength(3);
      }
    expect(read(`Code,Name,Mobile\n${rows}`).headerLine).toBe(1);
    expect(read(`Code,Name,Mobile,,\n${rows}`).headerLine).toBe(1);
  });

  it("have their groups in front where they are told apart by them only", () => {
    const rows = "A,1,2,3,4\n".repeat(5);
    const found = read(`Name,Q1,,Q2,\n,Qty,Amount,Qty,Amount\n${rows}`);
    expect(found.header).toEqual(["Name", "Q1 Qty", "Q1 Amount", "Q2 Qty", "Q2 Amount"]);
    expect(left(found)).toBe("1 headerRow");
  });

  it("are a line higher where a cell reaches over both lines", () => {
    const merged = read(`客户,,金额,,备注\n编号,名称,期初,期末,\n${"K01,甲店,1.00,2.00,老客户\n".repeat(5)}`);
    expect(merged.header).toEqual(["编号", "名称", "期初", "期末", "备注"]);
    expect(left(merged)).toBe("1 headerRow");
  });

  it("have a line of units below them left out", () => {
    expect(left(read(`Item,Weight,Price\n,kg,EUR\n${"A,1,2\n".repeat(5)}`))).toBe("2 headerRow");
  });
});

describe("a first customer whose amounts have commas", () => {
  const ROWS =
    "Meier;Bonn;1.000,00;12,50\nSchulz;Köln;99,95;1.250,00\nA;B;1,00;2,00\nB;C;3,50;4,10\nC;D;5,00;6,00\n";

  it.each(["Kunde;Ort;Umsatz;Offen", "Kunde;;Umsatz;Offen", ";Ort;Umsatz;Offen"])(
    "is a row below %s",
    (names) => {
      const found = read(`${names}\nMüller GmbH;Berlin;1.234,50;2.345,60\n${ROWS}`);
      expect(found.header).toEqual(names.split(";"));
      expect(found.rows[0]).toEqual(["Müller GmbH", "Berlin", "1.234,50", "2.345,60"]);
      expect(left(found)).toBe("");
    },
  );

  it("is a row, with the currency beside them", () => {
    const rows = "Meier;1.000,00 EUR;EUR 12,50\n".repeat(6);
    expect(read(`Kunde;Umsatz;Offen\n${rows}`).rows.length).toBe(6);
  });

  it("is a row below titles, too, and none of their names", () => {
    const found = read(
      `Offene Posten;;;\nKunde;Ort;Umsatz;Offen\nMüller GmbH;Berlin;1.234,50;2.345,60\n${ROWS}`,
    );
    expect(found.header).toEqual(["Kunde", "Ort", "Umsatz", "Offen"]);
    expect(found.rows.length).toBe(6);
  });
});

describe("a second line of names", () => {
  it("is a row where the person says so", () => {
    const units = `Item,Weight,Price\n,kg,EUR\n${"A,1,2\n".repeat(5)}`;
    const found = read(units, { keep: [2] });
    expect(found.rows[0]).toEqual(["", "kg", "EUR"]);
    expect(left(found)).toBe("");
    expect(left(read(`Report,,\n${units}`, { keep: [3] }))).toBe("1 title");
    expect(left(read("Name,City,Balance\n---,---,---\nBob,Hull,2.50\n", { keep: [2] }))).toBe("");
  });

  it("does not hide that the names come again", () => {
    const rows = "1,2\n".repeat(250);
    expect(left(read(`Item,Price\nkg,EUR\n${rows}Item,Price\n${rows}`))).toBe(
      "2 headerRow, 253 repeatedHeader",
    );
  });
});

describe("directives", () => {
  it.each([
    ["sep=~~\na~~b\n1~~2\n", "~~", ["a", "b"], "1 directive"],
    [
      '"EXTF";700;16;"Debitoren/Kreditoren";5\nKonto;Name\n10001;"Müller"\n',
      ";",
      ["Konto", "Name"],
      "1 directive",
    ],
    ["{}\nCo./Last Name\tCard ID\nAcme\t*None\n", "\t", ["Co./Last Name", "Card ID"], "1 directive"],
    [
      '{客户编码}[分隔符]"~~"\n// 每行格式 :\n// 编码~~名称~~简码~~税号\n01~~华东~~HD\n0101~~上海公司~~SH~~91310000\n',
      "~~",
      ["编码", "名称", "简码", "税号"],
      "1 directive, 2 directive, 3 directive, 4 section",
    ],
  ] as const)("%j", (text, delimiter, header, excluded) => {
    const found = read(text);
    expect(found.dialect.delimiter).toBe(delimiter);
    expect(found.header).toEqual(header);
    expect(left(found)).toBe(excluded);
  });
});

describe("a dialect", () => {
  it.each([
    ["a^b^c\n1^2^3\n4^5^6\n", "^", '"'],
    ["姓名，城市，金额\n张伟，北京，100\n李霞，上海，200\n", "，", '"'],
    ["Code Qty Price\nA1 2 3.50\nB2 4 5.60\nC3 6 7.00\n", " ", '"'],
    ["Name\nJohn Smith\nMary Jones\n", ",", '"'],
    ["Time\n10:30\n11:45\n", ",", '"'],
    ["'Name','City','Note'\n'Ann','York','a, b'\n'Bob','Hull','it''s'\n", ",", "'"],
    ["Code,Name\n'001,Ann\n'002,Bob\n'003,Cid\n", ",", '"'],
    ["12,5;13,5\n14,25;15,5\n16,5;17,5\n", ";", '"'],
  ] as const)("%j", (text, delimiter, quote) => {
    expect(read(text).dialect).toMatchObject({ delimiter, quote });
  });
});

it("a file of more columns than a sheet has is kept as rejected rows, whole", () => {
  const wide = Array.from({ length: 20_000 }, (_, index) => `c${index}`).join(",");
  const { rows, problems } = read(`${wide}\n1,2\n`);
  expect(rows).toEqual([["1", "2", ...Array.from({ length: 16_382 }, () => "")]]);
  const [rejected] = problems.filter(({ problem }) => problem === "rejected");
  expect(rejected).toMatchObject({ line: 1, why: { reason: "tooManyCells", found: 20_000 } });
});
