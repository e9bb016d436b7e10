import { legalPages } from '../../addresses/legalPages.ts'
import { publicWords } from '../../addresses/publicWords.ts'

/** What the website itself says, in German; the other languages say the same. */
export const de = {
  ...publicWords.de,

  // On every page
  languageName: 'Deutsch',
  skip: 'Zum Inhalt springen',
  languages: 'Sprache wählen',
  mainMenu: 'Hauptmenü',
  menu: 'Menü',
  legalMenu: 'Rechtliches',
  breadcrumbs: 'Sie sind hier',
  inThisSection: 'In diesem Bereich',
  start: 'Startseite',
  standards: 'Standards',
  news: 'Aktuelles',
  search: 'Suche',
  imprint: legalPages.impressum.label.de,
  privacy: legalPages.datenschutz.label.de,
  accessibility: legalPages.barrierefreiheit.label.de,
  emergency: 'Hilfe im Notfall',
  isPreview: 'Vorschau. Diese Fassung sehen nur Sie.',
  notTranslated: 'Diese Seite gibt es nur auf Deutsch.',
  notFilledIn: 'Diese Seite hat die Koordinierungsstelle noch nicht ausgefüllt.',

  // Quick exit
  exit: 'Seite schnell verlassen',
  exitTwice: 'Umschalttaste: noch zweimal drücken, um die Seite zu verlassen.',
  exitOnce: 'Umschalttaste: noch einmal drücken, um die Seite zu verlassen.',
  exitExpired: 'Die Seite wird nicht verlassen.',
  exitLoading: 'Wird geladen.',
  exitHow: [
    'Der Knopf „Seite schnell verlassen“ zeigt sofort eine unauffällige andere Seite. Dreimal die Umschalttaste zu drücken bewirkt dasselbe, wenn JavaScript eingeschaltet ist.',
    'Der Knopf löscht nicht den Verlauf: Im Browser bleibt sichtbar, dass Sie hier waren. Wenn jemand Ihr Gerät überwacht, benutzen Sie lieber ein anderes, zum Beispiel bei einer Freundin oder in einer Bibliothek.',
  ],

  // Start
  findHelp: 'Stellen in der Nähe finden',
  findHelpText:
    'Beratung, Schutz, Polizei, Gericht: Das Verzeichnis nennt die Stellen, die in der Region zusammenarbeiten.',
  standardsText: 'Wie die Partner zusammenarbeiten: wer was tut, bis wann, auf welcher Grundlage.',
  allNews: 'Alle Meldungen',
  cooperationPartners: 'Partnerinnen und Partner',
  cooperationSince: 'Vereinbarung gezeichnet am',

  // Lists
  all: 'Alle',
  district: 'Landkreis oder Stadt',
  kind: 'Art der Stelle',
  service: 'Angebot',
  language: 'Sprache der Beratung',
  show: 'Anzeigen',
  results: (count: number) => `Ergebnisse: ${count}`,
  noPartners: 'Zu dieser Auswahl gibt es keine Stelle im Verzeichnis.',
  removeFilters: 'Filter entfernen',
  beyondDistricts: 'Auch dabei: Stellen, die für die ganze Region oder darüber hinaus da sind.',
  noNews: 'Hier gibt es noch keine Meldungen.',
  noStandards: 'Es ist noch kein Standard veröffentlicht.',
  pages: 'Seiten',
  previous: 'Zurück',
  next: 'Weiter',
  pageOf: (page: number, total: number) => `Seite ${page} von ${total}`,
  feeds: 'Als Feed abonnieren',

  // Partners
  contact: 'Kontakt',
  day: 'Tag',
  time: 'Uhrzeit',
  offers: 'Angebote',
  targetGroups: 'Für wen',
  spokenLanguages: 'Sprachen',
  accessOfPlace: 'Barrierefreiheit vor Ort',
  reach: 'Zuständig für',
  verifiedAt: 'Angaben zuletzt bestätigt am',

  // Standards
  scope: 'Geltungsbereich',
  steps: 'Schritte',
  actor: 'Wer',
  action: 'Was',
  deadline: 'Bis wann',
  legalBasis: 'Rechtsgrundlage',
  status: 'Geltung',
  reference: 'Kennung',
  version: 'Fassung',
  adoptedOn: 'Beschlossen am',
  validFrom: 'Gültig ab',
  supersedes: 'Löst ab',
  supersededBy: 'Dieser Standard gilt nicht mehr. Abgelöst durch:',
  superseded: 'Dieser Standard gilt nicht mehr.',
  responsible: 'Verantwortlich',

  // News
  topics: 'Themen',
  topic: 'Thema',
  partnersConcerned: 'Beteiligte Partner',

  // Search
  searchFor: 'Suchbegriff',
  searchFind: 'Suchen',
  searchHint: 'Ein bis acht Wörter. Wortteile genügen.',
  searchNothing: 'Dazu wurde nichts gefunden. Versuchen Sie ein anderes oder ein kürzeres Wort.',
  searchUnclear: 'Bitte ein bis acht Wörter mit mindestens zwei Buchstaben eingeben.',

  // What goes wrong
  notFound: 'Diese Seite gibt es nicht',
  notFoundText:
    'Vielleicht wurde sie umbenannt, oder in der Adresse ist ein Tippfehler. So geht es weiter:',
  tooMany: 'Zu viele Anfragen',
  tooManyText: (seconds: number) =>
    `Von Ihrem Anschluss kamen gerade zu viele Anfragen. Bitte in ${seconds} Sekunden noch einmal versuchen.`,
  broken: 'Das hat nicht geklappt',
  brokenText:
    'Die Seite kann gerade nicht gezeigt werden. Bitte später noch einmal versuchen. In Gefahr: Notruf 110.',
}

export type Texts = typeof de
