/** Stands below each heading until the office has written its text. */
export const fillIn = '[Noch auszufüllen]'

/** Headings of the pages that a public body's website must have; drafts, to be filled in by the office. */
export const legalOutlines = [
  {
    slug: 'impressum',
    title: 'Impressum',
    what: '[Entwurf, noch auszufüllen] Wer diese Internetseite anbietet und wie man diese Stelle erreicht (§ 5 Digitale-Dienste-Gesetz).',
    sections: [
      'Anbieter und Anschrift',
      'Vertreten durch',
      'Kontakt',
      'Zuständige Aufsichtsbehörde',
      'Verantwortlich für den Inhalt',
      'Bildnachweise',
    ],
  },
  {
    slug: 'datenschutz',
    title: 'Datenschutz',
    what: '[Entwurf, noch auszufüllen] Welche personenbezogenen Daten beim Besuch verarbeitet werden und welche Rechte die Besucherinnen und Besucher haben (Artikel 13 Datenschutz-Grundverordnung).',
    sections: [
      'Verantwortliche Stelle',
      'Behördliche Datenschutzbeauftragte oder behördlicher Datenschutzbeauftragter',
      'Welche Daten verarbeitet werden, wozu und auf welcher Rechtsgrundlage',
      'Wie lange sie gespeichert werden',
      'Wer sie erhält',
      'Ihre Rechte',
      'Beschwerde bei der Aufsichtsbehörde',
    ],
  },
  {
    slug: 'barrierefreiheit',
    title: 'Erklärung zur Barrierefreiheit',
    what: '[Entwurf, noch auszufüllen] Wie weit diese Internetseite barrierefrei ist und wohin man Barrieren meldet (Artikel 7 der Richtlinie (EU) 2016/2102).',
    sections: [
      'Stand der Vereinbarkeit mit den Anforderungen',
      'Nicht barrierefreie Inhalte',
      'Datum und Methode der Prüfung',
      'Barrieren melden',
      'Schlichtungsverfahren',
    ],
  },
]
