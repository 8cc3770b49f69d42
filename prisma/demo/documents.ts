import { bullets, type Content, doc, heading, paragraph, quote, table, tasks } from './content';

export const floodPlan: Content = doc(
  paragraph('Draft 3 for the steering group. Comments until Friday.'),
  heading(2, '1 Purpose'),
  paragraph(
    'This plan says how the western coast is kept dry until 2060, what is built first, and who pays. It replaces the plan of 2014, whose design level the surveys of the last two winters have overtaken.',
  ),
  heading(2, '2 Where we stand'),
  paragraph(
    'Eleven kilometres of dyke are below the level that a storm of once in two hundred years asks for. The harbour gate is sound, but its foundations were last surveyed in 1998.',
  ),
  bullets(
    'West dyke: 4.2 km below the design level, worst at the old sluice.',
    'Harbour gate: closes in 38 minutes; the target is 20.',
    'North dunes: growing, and the cheapest protection we have.',
  ),
  heading(2, '3 Method'),
  paragraph(
    'Levels follow the gauge tables in the hydrology annex. Every figure here can be traced to a row there. Where two surveys differ we take the higher one and say so.',
  ),
  heading(2, '4 Design water level'),
  paragraph(
    'The design level for the western dyke is set at **3.1 m above datum**, following the 2025 survey. Local authorities and the two harbour boards keep the right to a higher level where their own study shows the need.',
  ),
  table(
    ['Section', 'Level today', 'Design level', 'By'],
    ['West dyke', '2.6 m', '3.1 m', '2028'],
    ['Harbour gate', '2.9 m', '3.2 m', '2029'],
    ['North dunes', 'natural', '3.1 m', '2030'],
  ),
  heading(2, '5 Order of works'),
  tasks(
    'x Survey of the gate foundations',
    'Environmental notice, both languages',
    'Tender for the western section',
    'Agreement with the harbour boards on night closures',
  ),
  paragraph(
    'Works start where the gap between today’s level and the design level is largest. The ministry reports every quarter; figures are public.',
  ),
  heading(2, '6 Money'),
  paragraph(
    'The programme costs 184 million over six years, of which 60 per cent is asked from the resilience fund. The finance space holds the budget note.',
  ),
);

export const hydrologyAnnex: Content = doc(
  paragraph('Gauge readings behind the coastal flood plan. Levels in metres above datum.'),
  heading(2, 'Gauge tables'),
  table(
    ['Gauge', 'Winter 2023', 'Winter 2024', 'Survey 2025'],
    ['Old sluice', '2.71', '2.84', '3.08'],
    ['Harbour mole', '2.66', '2.79', '2.97'],
    ['North point', '2.58', '2.70', '2.88'],
  ),
  heading(2, 'How the level was chosen'),
  paragraph(
    'The old sluice reads highest in all three winters. With 95 per cent confidence the once-in-200-years level lies between 2.98 and 3.11 m; the plan takes the upper end, rounded up.',
  ),
  quote('A dyke is as high as its lowest metre.'),
);

export const steeringMinutes: Content = doc(
  paragraph(
    'Present: Inès Moreau (chair), Jonas Weber, Sofia Lindqvist, Piotr Kowalski. Excused: Tomás Ruiz.',
  ),
  heading(2, 'Decided'),
  bullets(
    'The plan takes the 2025 survey as its only source for levels.',
    'The western section is tendered first, in two lots.',
    'Neighbours are heard before the environmental notice, not after.',
  ),
  heading(2, 'To do'),
  tasks(
    'x Jonas: move the gauge tables to the annex',
    'Sofia: confirm the figures of section 4',
    'Piotr: date with the harbour boards',
    'Inès: letter to the resilience fund',
  ),
);

export const harbourNotes: Content = doc(
  paragraph('Notes from the talk with both harbour boards.'),
  bullets(
    'They accept night closures from October to March if told 48 hours before.',
    'They ask who answers for berths that fall dry. Tomás drafts two sentences.',
  ),
);

export const budget2027: Content = doc(
  paragraph('What the programme needs in 2027, for the letter to the resilience fund.'),
  table(
    ['Item', 'Asked', 'Secured'],
    ['West dyke, lot 1', '21.4 M', '12.0 M'],
    ['Gate foundations', '6.8 M', '6.8 M'],
    ['Dune planting', '1.1 M', '0.4 M'],
    ['Reserve', '3.0 M', '0'],
  ),
  heading(2, 'Open'),
  paragraph(
    'The reserve is below the five per cent that the audit office asks for. Either it grows or we say why.',
  ),
);

export const procurementNote: Content = doc(
  paragraph('How the western section is bought. For the committee on Monday.'),
  heading(2, 'Two lots'),
  paragraph(
    'Two lots let smaller firms bid. The second lot is called only when the first is on time; this is written into both contracts.',
  ),
  heading(2, 'What we ask for'),
  bullets(
    'Three references of comparable works',
    'A plan for work between tides',
    'Prices for sand and for stone',
  ),
);
