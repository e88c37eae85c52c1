/** Lists and ledgers from programs that English-speaking offices use. */
import { lines, row, rows, type SentFile, unixLines } from "./file.ts";

export const ENGLISH_FILES: readonly SentFile[] = [
  {
    name: "Xero: contacts with the columns of an address, accounts with noughts in front",
    locale: "en-NZ",
    text: lines(
      "*ContactName,AccountNumber,EmailAddress,FirstName,LastName,POAddressLine1,POCity,POPostalCode,PhoneNumber,TaxNumber,Balance",
      'Corner Shop,000123,ann@a.example,Ann,Smith,"1 High Street, Flat 2",Wellington,0630,04 472 0000,12-345-678,"1,234.50"',
      "Jones & Sons,000124,,Bob,Jones,,Auckland,1010,+64 9 300 1234,,-7.00",
    ),
    header: row(
      "*ContactName | AccountNumber | EmailAddress | FirstName | LastName | POAddressLine1 | POCity | POPostalCode | PhoneNumber | TaxNumber | Balance",
    ),
    rows: rows(
      "Corner Shop | 000123 | ann@a.example | Ann | Smith | 1 High Street, Flat 2 | Wellington | 0630 | 04 472 0000 | 12-345-678 | 1,234.50",
      "Jones & Sons | 000124 | | Bob | Jones | | Auckland | 1010 | +64 9 300 1234 | | -7.00",
    ),
    means: { Balance: ["number", "1234.5", "-7"] },
  },
  {
    name: "Xero: invoices, a line for each thing sold, the day first",
    locale: "en-GB",
    text: lines(
      "*ContactName,*InvoiceNumber,*InvoiceDate,*DueDate,*Description,*Quantity,*UnitAmount,*AccountCode,*TaxType",
      'Corner Shop,INV-0001,31/01/2025,14/02/2025,"Tea, 1 kg",2,12.50,200,20% (VAT on Income)',
      "Corner Shop,INV-0001,31/01/2025,14/02/2025,Post,1,3.95,200,20% (VAT on Income)",
      "Ann Smith,INV-0002,01/02/2025,15/02/2025,Cake,0.5,20.00,200,Zero Rated Income",
    ),
    header: row(
      "*ContactName | *InvoiceNumber | *InvoiceDate | *DueDate | *Description | *Quantity | *UnitAmount | *AccountCode | *TaxType",
    ),
    rows: rows(
      "Corner Shop | INV-0001 | 31/01/2025 | 14/02/2025 | Tea, 1 kg | 2 | 12.50 | 200 | 20% (VAT on Income)",
      "Corner Shop | INV-0001 | 31/01/2025 | 14/02/2025 | Post | 1 | 3.95 | 200 | 20% (VAT on Income)",
      "Ann Smith | INV-0002 | 01/02/2025 | 15/02/2025 | Cake | 0.5 | 20.00 | 200 | Zero Rated Income",
    ),
    means: {
      "*InvoiceDate": ["date", "2025-01-31", "2025-01-31", "2025-02-01"],
      "*DueDate": ["date", "2025-02-14", "2025-02-14", "2025-02-15"],
      "*Quantity": ["number", "2", "1", "0.5"],
      "*UnitAmount": ["number", "12.5", "3.95", "20"],
      "*AccountCode": ["number", "200", "200", "200"],
    },
  },
  {
    name: "Xero: a bank statement whose days may be either, asked once",
    locale: "en-GB",
    text: lines(
      "*Date,*Amount,Payee,Reference",
      "03/01/2025,-12.50,Corner Shop,INV-1",
      "04/01/2025,300.00,Ann Smith,INV-2",
    ),
    header: row("*Date | *Amount | Payee | Reference"),
    rows: rows("03/01/2025 | -12.50 | Corner Shop | INV-1", "04/01/2025 | 300.00 | Ann Smith | INV-2"),
    told: ["dates: *Date"],
    answer: { dayOrder: "dmy" },
    means: { "*Date": ["date", "2025-01-03", "2025-01-04"], "*Amount": ["money", "-12.50", "300.00"] },
  },
  {
    name: "QuickBooks: customers with American days and dollars",
    text: lines(
      "Name,Company,Email,Phone,Mobile,Street,City,State,ZIP,Opening Balance,Date",
      'Ann Smith,Corner Shop Inc.,ann@a.example,(555) 010-0001,(555) 010-0002,"1 Main St\nApt 2",Springfield,IL,01234,"$1,234.50",01/31/2025',
      "Bob Jones,,,555-010-0003,,,Portland,OR,97201,($50.00),02/01/2025",
    ),
    header: row(
      "Name | Company | Email | Phone | Mobile | Street | City | State | ZIP | Opening Balance | Date",
    ),
    rows: rows(
      "Ann Smith | Corner Shop Inc. | ann@a.example | (555) 010-0001 | (555) 010-0002 | 1 Main St\nApt 2 | Springfield | IL | 01234 | $1,234.50 | 01/31/2025",
      "Bob Jones | | | 555-010-0003 | | | Portland | OR | 97201 | ($50.00) | 02/01/2025",
    ),
    means: { Date: ["date", "2025-01-31", "2025-02-01"] },
  },
  {
    name: "QuickBooks: sales by customer, in brackets what was given back",
    text: lines(
      "Corner Shop Inc.,,",
      "Sales by Customer Summary,,",
      '"January 1-31, 2025",,',
      ",,",
      ",Total,% of Sales",
      'Ann Smith,"1,234.50",104.2%',
      "Bob Jones,(50.00),-4.2%",
      'TOTAL,"$1,184.50",100.0%',
    ),
    header: row(" | Total | % of Sales"),
    rows: rows("Ann Smith | 1,234.50 | 104.2%", "Bob Jones | (50.00) | -4.2%"),
    leftOut: "1 title, 2 title, 3 title, 4 blank, 8 total",
    told: ["5 emptyHeader"],
    means: { Total: ["money", "1234.50", "-50.00"] },
  },
  {
    name: "Sage 50: customers with what they bought this month, this year and before",
    locale: "en-GB",
    encoding: "windows-1252",
    text: lines(
      "A/C,Name,Address Line 1,Telephone,VAT Number,M.T.D.,Y.T.D.,Credit Limit,Trading Terms Text",
      'ANN01,Ann Smith,1 High Street,020 7946 0001,GB123456789,£120.00,"£1,234.50","£5,000.00",30 days',
      "CAF01,Café Noël,2 Low Road,0113 496 0002,,£0.00,£99.99,£500.00,",
    ),
    header: row(
      "A/C | Name | Address Line 1 | Telephone | VAT Number | M.T.D. | Y.T.D. | Credit Limit | Trading Terms Text",
    ),
    rows: rows(
      "ANN01 | Ann Smith | 1 High Street | 020 7946 0001 | GB123456789 | £120.00 | £1,234.50 | £5,000.00 | 30 days",
      "CAF01 | Café Noël | 2 Low Road | 0113 496 0002 | | £0.00 | £99.99 | £500.00 | ",
    ),
    means: {
      "M.T.D.": ["money", "120.00", "0.00"],
      "Y.T.D.": ["money", "1234.50", "99.99"],
      "Credit Limit": ["money", "5000.00", "500.00"],
    },
  },
  {
    name: "Sage: three letters for the month",
    locale: "en-GB",
    text: lines(
      "Reference,Name,Last Contact,Birthday",
      "ANN01,Ann Smith,31-Jan-25,29 Feb 1980",
      "BOB01,Bob Jones,1-Feb-25,3 March 1975",
    ),
    header: row("Reference | Name | Last Contact | Birthday"),
    rows: rows("ANN01 | Ann Smith | 31-Jan-25 | 29 Feb 1980", "BOB01 | Bob Jones | 1-Feb-25 | 3 March 1975"),
    means: {
      "Last Contact": ["date", "2025-01-31", "2025-02-01"],
      Birthday: ["date", "1980-02-29", "1975-03-03"],
    },
  },
  {
    name: "FreeAgent: a bank feed in small letters, without a last line end",
    locale: "en-GB",
    text: "date,amount,description\n2025-01-31,-12.5,Corner Shop\n2025-02-01,300,Ann Smith",
    header: row("date | amount | description"),
    rows: rows("2025-01-31 | -12.5 | Corner Shop", "2025-02-01 | 300 | Ann Smith"),
    means: { date: ["date", "2025-01-31", "2025-02-01"], amount: ["money", "-12.50", "300.00"] },
  },
  {
    name: "Wave: names with underscores",
    locale: "en-CA",
    text: unixLines(
      "customer_name,email,contact_first_name,contact_last_name,customer_currency,account_number,phone,province/state,postal_code/zip_code",
      "Épicerie Noël,noel@a.example,Noël,Tremblay,CAD,0042,514-555-0001,Québec,H2X 1Y4",
      "Corner Shop,,Ann,Smith,USD,0043,,Ontario,K1A 0B1",
    ),
    header: row(
      "customer_name | email | contact_first_name | contact_last_name | customer_currency | account_number | phone | province/state | postal_code/zip_code",
    ),
    rows: rows(
      "Épicerie Noël | noel@a.example | Noël | Tremblay | CAD | 0042 | 514-555-0001 | Québec | H2X 1Y4",
      "Corner Shop | | Ann | Smith | USD | 0043 | | Ontario | K1A 0B1",
    ),
  },
  {
    name: "MYOB: braces above, tabs between, a blank line after each customer",
    locale: "en-AU",
    encoding: "windows-1252",
    text: `{}\r\n${lines(
      "Co./Last Name\tFirst Name\tCard ID\tCard Status\tAddr 1 - Postcode\tCredit Limit",
      "Smith\tAnn\tCUS000001\tN\t0800\t$5,000.00",
      "",
      "Café Noël\t\tCUS000002\tN\t2000\t$0.00",
      "",
    )}`,
    header: row("Co./Last Name | First Name | Card ID | Card Status | Addr 1 - Postcode | Credit Limit"),
    rows: rows(
      "Smith | Ann | CUS000001 | N | 0800 | $5,000.00",
      "Café Noël | | CUS000002 | N | 2000 | $0.00",
    ),
    leftOut: "1 directive, 4 blank, 6 blank",
    means: { "Credit Limit": ["money", "5000.00", "0.00"] },
  },
  {
    name: "an Indian ledger: lakhs, Dr and Cr behind the figures",
    locale: "en-IN",
    text: lines(
      "Name,Revenue,Closing Balance,Last Contact",
      'Sharma Traders,"1,23,456.00","1,23,456.00 Dr",31-03-2025',
      'Patel & Co,"12,34,567.50","50,000.00 Cr",01-04-2025',
    ),
    header: row("Name | Revenue | Closing Balance | Last Contact"),
    rows: rows(
      "Sharma Traders | 1,23,456.00 | 1,23,456.00 Dr | 31-03-2025",
      "Patel & Co | 12,34,567.50 | 50,000.00 Cr | 01-04-2025",
    ),
    means: {
      Revenue: ["money", "123456.00", "1234567.50"],
      "Last Contact": ["date", "2025-03-31", "2025-04-01"],
    },
  },
  {
    name: "days with the hour of a machine, which are no days",
    text: unixLines(
      "Customer,Created,Paid",
      "Ann Smith,2025-01-31T10:15:00Z,1/31/2025 3:15 PM",
      "Bob Jones,2025-02-01T00:00:00Z,2/1/2025 12:00 AM",
    ),
    header: row("Customer | Created | Paid"),
    rows: rows(
      "Ann Smith | 2025-01-31T10:15:00Z | 1/31/2025 3:15 PM",
      "Bob Jones | 2025-02-01T00:00:00Z | 2/1/2025 12:00 AM",
    ),
  },
  {
    name: "amounts in three currencies: their figures come in as they stand, and that is told",
    text: lines(
      "Customer,Revenue,Open,Paid",
      "Ann Smith,$10.00,£5.00,10.00",
      "Bob Jones,€20.50,£7.25,20.50",
      "Cid Hall,£5.00,£0.00,5.00",
    ),
    header: row("Customer | Revenue | Open | Paid"),
    rows: rows(
      "Ann Smith | $10.00 | £5.00 | 10.00",
      "Bob Jones | €20.50 | £7.25 | 20.50",
      "Cid Hall | £5.00 | £0.00 | 5.00",
    ),
    told: ["otherCurrency: Revenue", "otherCurrency: Open"],
    means: {
      Revenue: ["money", "10.00", "20.50", "5.00"],
      Open: ["money", "5.00", "7.25", "0.00"],
      Paid: ["number", "10", "20.5", "5"],
    },
  },
  {
    name: "what is no amount among amounts is refused, with its line",
    text: lines(
      "Code,Name,Revenue",
      "001,Ann,1234.50",
      "002,Bob,n/a",
      "003,Cid,99.00",
      "004,Dee,on request",
      "005,Eve,5.00",
      "006,Fay,6.00",
      "007,Gus,7.00",
      "008,Hal,8.00",
      "009,Ida,9.00",
      "010,Joe,10.00",
    ),
    header: row("Code | Name | Revenue"),
    rows: rows(
      "001 | Ann | 1234.50",
      "002 | Bob | n/a",
      "003 | Cid | 99.00",
      "004 | Dee | on request",
      "005 | Eve | 5.00",
      "006 | Fay | 6.00",
      "007 | Gus | 7.00",
      "008 | Hal | 8.00",
      "009 | Ida | 9.00",
      "010 | Joe | 10.00",
    ),
    means: {
      Revenue: ["money", "1234.50", "?", "99.00", "?", "5.00", "6.00", "7.00", "8.00", "9.00", "10.00"],
    },
  },
  {
    name: "notes with commas that nobody put in quotes: the row is kept aside, with its line",
    text: lines("Code,Name,City", "001,Ann,York", "002,Smith, Bob,Hull", "003,Cid,Kent"),
    header: row("Code | Name | City"),
    rows: rows("001 | Ann | York", "003 | Cid | Kent"),
    told: ["3 rejected"],
  },
  {
    name: "inches in quotes that are none",
    text: lines("Code,Item,Price", '001,5" pot,2.50', '002,"6"" pot",3.50', '003,7" and 8" pots,4.50'),
    header: row("Code | Item | Price"),
    rows: rows('001 | 5" pot | 2.50', '002 | 6" pot | 3.50', '003 | 7" and 8" pots | 4.50'),
    told: ["2 strayQuotes", "4 strayQuotes"],
    means: { Price: ["number", "2.5", "3.5", "4.5"] },
  },
  {
    name: "strokes between cells, and single quotes around texts",
    text: unixLines(
      "'code'|'name'|'city'|'balance'",
      "'001'|'Ann | Co'|'York'|12.50",
      "'002'|'Bob''s'|'Hull'|7.25",
      "'003'|'Cid'|'Kent'|1.00",
    ),
    header: row("code | name | city | balance"),
    rows: [
      ["001", "Ann | Co", "York", "12.50"],
      ["002", "Bob's", "Hull", "7.25"],
      ["003", "Cid", "Kent", "1.00"],
    ],
    means: { balance: ["number", "12.5", "7.25", "1"] },
  },
  {
    name: "two columns of one name, and one without",
    text: lines("Name,Phone,Phone,", "Ann,020 7946 0001,020 7946 0002,old", "Bob,,020 7946 0003,"),
    header: row("Name | Phone | Phone | "),
    rows: rows("Ann | 020 7946 0001 | 020 7946 0002 | old", "Bob | | 020 7946 0003 | "),
    told: ["1 duplicateHeader", "1 emptyHeader"],
  },
];
