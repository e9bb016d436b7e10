/**
 * The office's original text, paragraph by paragraph: a list of the tests' own, so that a slip in
 * the seed shows. Page furniture ("zum Seitenanfang") is not content.
 */
export const originalParagraphs = [
  'Niedersachsen klar Logo',
  'Interdisziplinäre Koordinierungsstelle Häusliche Gewalt für die Region Braunschweig',
  'Die Interdisziplinäre Koordinierungsstelle Häusliche Gewalt für die Region Braunschweig ist eine interdisziplinäre Kooperationsgemeinschaft von 51 fachlichen Organisationen, Institutionen und Einrichtungen in der Region Braunschweig, die in unterschiedlicher Weise mit dem Problem der häuslichen Gewalt konfrontiert sind. Sie hat die Aufgabe und bietet die Möglichkeit, die unterschiedlichen wichtigen Fachexpertisen zu bündeln, um die Unterstützung und Beratung von Betroffenen häuslicher Gewalt immer weiter auszubauen.',
  'Kooperationspartnerinnen und Kooperationspartner',
  'Im Mittelpunkt der Kooperation steht die nachhaltige und wirksame Unterstützung von Betroffenen häuslicher Gewalt.',
  'Ziel der Kooperationsvereinbarung ist es, die mit dem Problem der Intervention und Prävention von häuslicher Gewalt befassten Institutionen und Organisationen zusammenzubringen. So werden Synergieeffekte erreicht, die es ermöglichen, die gemeinsamen Interventionen, Maßnahmen und Vernetzungsstrukturen für die Region Braunschweig fortzuentwickeln und Impulse für Verbesserungen zu initiieren.',
  'Die Kooperationsvereinbarung wurde am 17.08.2018 gezeichnet.',
  'Zur Steuerung der Zusammenarbeit ist eine Koordinierungsstelle eingerichtet worden, die die gemeinsamen Aufgaben und Maßnahmen strukturiert und initiiert.',
  'Zielsetzungen und Aufgaben:',
  'Gewährleistung von Fortentwicklung und Verbesserung von Rahmenbedingungen und Strukturen, die den umfassenden Schutz und die ausreichende Unterstützung von Gewalt betroffener Personen ermöglichen.',
  '(Fort-)Entwicklung von Standards für die Zusammenarbeit bei Fällen von häuslicher Gewalt.',
  'Etablierung eines regionalen Abstimmungs- und Informationsprozesses zu Arbeitsweisen, Aufgaben und gemeinsamer Ausrichtung vernetzter Interventionen.',
  'Bündelung und Vertretung gemeinsamer Interessen und Forderungen in überregionalen und landesweiten Gremien und Fachebenen.',
  'Kooperationsvereinbarung',
  'Bereits seit dem Jahr 2000 arbeiten Fachkräfte in der Region Braunschweig gegen häusliche Gewalt zusammen und haben sich auf lokaler Ebene mit runden Tischen und in anderen Kooperationsformen organisiert. Zahlreiche wichtige Verbesserungen der Unterstützung und Beratung von Betroffenen sind seitdem erreicht worden und sind auch heute Grundlage für eine wirkungsvolle Intervention in Fällen häuslicher Gewalt.',
  'Mit der Interdisziplinären Koordinierungsstelle häusliche Gewalt haben wir 51 Partnerinnen und Partner uns „auf den Weg gemacht“, die guten lokale Projekte und Arbeitsweisen noch mehr in die Region zu tragen, um auf der Grundlage der Erfahrungen und der feststellbaren Verbesserungen in allen Bereichen unserer Region Braunschweig die Betroffenen häuslicher Gewalt nachhaltig unterstützen zu können.',
  'Koordinierungsstelle',
  'Gewalterfahrung im häuslichen Bereich ist für viele Menschen noch immer Bestandteil ihres Lebens – auch in der Region Braunschweig.',
  'Gewalt kommt in zwischenmenschlichen Beziehungen in allen gesellschaftlichen Schichten vor und ist deshalb immer ein aktuelles uns alle betreffendes Thema. Dort wo sie geschieht, wird sie nicht selten noch immer aus Angst, Scham und Hilflosigkeit, verdeckt oder tabuisiert. Die gemeinsamen Anstrengungen der letzten Jahre haben allerdings spürbar zu einer Sensibilisierung gegenüber diesem Problem und einer zunehmend wahrnehmbaren Haltung der Gesellschaft der Ächtung von Gewalt im sozialen Nahraum geführt.',
  'Das was hinter der Wohnungstür an Gewalttaten geschieht, ist längst keine Privatangelegenheit mehr. Die Täter werden bei Bekanntwerden dieser Straftaten konsequent verfolgt und eine beratende sowie unterstützende Begleitung der Opfer durch ein Netzwerk von Interventionspartnern initiiert.',
  'ikost',
  'Interdisziplinäre Koordinierungsstelle Häusliche Gewalt',
]

/** Every text in a reply, however deep: the values of a JSON document that are strings. */
export const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') {
    return [value]
  }
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}
