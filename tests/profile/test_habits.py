"""Resumes as people write them, each with another habit, beside the jobs and the education they tell of."""

from datetime import date

import pytest

from credlens.model.skill import Taxonomy
from credlens.profile.gather import gather
from credlens.profile.resumes.text import read
from credlens.profile.written import language_of
from credlens.skills.reader import Reader

READER = Reader(Taxonomy("test", "1", "invented", {}))
TODAY = date(2026, 11, 22)


def told(text: str) -> tuple[list[str], list[str]]:
    """Jobs as "title / employer / first month..last month", education as "level / field / institution"."""
    resume = read(text.encode(), "cv.txt")
    found = gather(resume, READER, TODAY, language=language_of(resume))
    jobs = [f.item for f in found.jobs]
    studies = [f.item for f in found.education]
    return (
        [f"{j.title} / {j.organisation} / {month(j.start)}..{month(j.end)}" for j in jobs],
        [f"{s.level} / {s.field} / {s.institution}" for s in studies],
    )


def month(day: date | None) -> str:
    return f"{day:%Y-%m}" if day else ""


EMPLOYER_FIRST = """Dana Example
dana@example.com | Leeds

EXPERIENCE

Acme GmbH, Berlin
Data Analyst, 2019-2021
- Built weekly reports

Tallow & Finch, Leeds
Reporting Assistant, 2016-2019
- Kept the price lists

Quillmark
Junior Clerk, 2014-2016
- Opened the post

EDUCATION

University of Texas at Austin
BSc in Statistics, 2014.
"""

TITLE_FIRST = """Rowan Pell
Bristol

Work history

Store Manager
Aldergrove Foods, Bristol
March 2020 - present
Led a team of fourteen people in a busy shop.

Vice President, Marketing
Larkspur Corp., Bath
June 2015 - February 2020

Marketing Intern
Bank of Severnside
2014 - 2015

Education

BA in Marketing (2011 - 2014)
Severn College
"""

ONE_LINE_DASHES = """Mira Okafor
mira@example.com

Professional Experience

Brightwater — Product Designer (Jan 2021 - Present)
* Drew the booking pages
Copperline — UX Researcher (Mar 2018 - Dec 2020)
* Spoke with 200 travellers
Studio Halden — Graphic Designer (2015 - 2018)
* Posters

Education
Halden School of Art — BA in Graphic Design (2012 - 2015)
"""

DATES_LEFT = """Jonas Reed

Employment

2019 - 2023   Warehouse Supervisor, Pinnock Freight, Hull
Planned the shifts of thirty pickers
2016 - 2019   Forklift Driver, Pinnock Freight, Hull
Moved pallets by day and night
2013 - 2016   Packer, Orchard Lane

Education

2011 - 2013   Hull Technical College, Diploma in Logistics
2011   Kingsmead School, High School Diploma
"""

DATES_RIGHT_TWO_ROWS = """PRIYA NAIR
Chicago, IL

EXPERIENCE
Northbank Hospital                                Chicago, IL
Registered Nurse                          Aug 2018 - Present
• Looked after twelve beds
Wren House                                         Peoria, IL
Nursing Assistant                         May 2015 - Jul 2018
• Helped at meals

EDUCATION
Lakeside University                               Chicago, IL
Bachelor of Science in Nursing                     May 2018
Peoria Community College                           Peoria, IL
Associate of Science                               May 2015
"""

GERMAN = """Anna Beispiel
anna@example.com

Berufserfahrung

03/2019 - heute
Softwareentwicklerin
Nordlicht Energie GmbH, Hamburg
- Schnittstellen gebaut

10/2015 - 02/2019
Werkstudentin
Stadtwerke Brückstadt
- Daten gepflegt

Ausbildung

10/2012 - 09/2015
Bachelor of Science Informatik
Technische Universität Brückstadt

2012 Abitur, Goethe-Gymnasium Brückstadt

Fähigkeiten: SQL
"""

GERMAN_EMPLOYER_FIRST = """Lebenslauf

Karl Muster

Beruflicher Werdegang

Bäckerei Korn e.K., Ulm
Bäcker, seit 04/2018

Autohaus Lenz, Ulm
Kaufmännischer Angestellter, 08/2012 bis 03/2018

Schulbildung

2012 Ausbildung zum Bäcker, Berufskolleg Ulm
2009 Realschulabschluss, Realschule Ulm
"""

SPANISH = """Lucía Ferrer
lucia@example.com

Experiencia laboral

Administrativa, Cobalto S.A.
enero 2018 - actualidad
- Facturas y pedidos

Auxiliar de tienda, Supermercados Olmo
2014 - 2017
- Caja y almacén

Formación

Licenciatura en Economía, Universidad de Valdoro
2010 - 2014
"""

FRENCH = """Camille Aubry
camille@example.com

Expériences professionnelles

Depuis septembre 2020 : Chef de projet chez Atelier Brume, Lyon
Juin 2016 - août 2020 : Assistante de direction, Société Verlaine SARL

Formation

2014 - 2016 : Master en gestion, Université de Rocheval
2011 : Baccalauréat, Lycée Clairmont
"""

ACADEMIC = """Dr. Ines Halloran
Department of Botany

Appointments

Employment

University of Eastmarch
Assistant Professor of Botany, 2020 - present

Institute for Alpine Plants
Postdoctoral Fellow, 2017 - 2020

Education

Ph.D. in Botany, University of Eastmarch, 2017.
M.Sc. in Biology, Georgia Tech, 2012.
"""

TRADES = """Tom Brandt
07700 900123

WORK

Self-employed electrician
2021 - now
Rewired houses and put in charging points.

Harlow & Sons Ltd, Leeds
Apprentice electrician
Sept 2016 - Dec 2020
Pulled cables, fitted sockets and boards.

TRAINING AND EDUCATION

Leeds Building College
Diploma in Electrical Installation
2020
"""

SEVERAL_AT_ONE_EMPLOYER = """Noor Haddad

Experience

Meridian Insurance, Utrecht
Senior Underwriter, 2021 - present
- Large ships
Underwriter, 2017 - 2021
- Small ships

Delft Trading B.V.
Claims Assistant, 2015 - 2017

Education

MSc in Economics, Delft University, 2015
"""


@pytest.mark.parametrize(
    ("text", "jobs", "education"),
    [
        pytest.param(
            EMPLOYER_FIRST,
            ["Data Analyst / Acme GmbH / 2019-07..2021-06", "Reporting Assistant / Tallow & Finch / 2016-07..2019-06",
             "Junior Clerk / Quillmark / 2014-07..2016-06"],
            ["bachelor / Statistics / University of Texas at Austin"],
            id="the employer first",
        ),
        pytest.param(
            TITLE_FIRST,
            ["Store Manager / Aldergrove Foods / 2020-03..", "Vice President, Marketing / Larkspur Corp. / 2015-06..2020-02",
             "Marketing Intern / Bank of Severnside / 2014-07..2015-06"],
            ["bachelor / Marketing / Severn College"],
            id="the title first",
        ),
        pytest.param(
            ONE_LINE_DASHES,
            ["Product Designer / Brightwater / 2021-01..", "UX Researcher / Copperline / 2018-03..2020-12",
             "Graphic Designer / Studio Halden / 2015-07..2018-06"],
            ["bachelor / Graphic Design / Halden School of Art"],
            id="dashes in one line",
        ),
        pytest.param(
            DATES_LEFT,
            ["Warehouse Supervisor / Pinnock Freight / 2019-07..2023-06", "Forklift Driver / Pinnock Freight / 2016-07..2019-06",
             "Packer / Orchard Lane / 2013-07..2016-06"],
            ["associate / Logistics / Hull Technical College", "secondary /  / Kingsmead School"],
            id="dates at the left",
        ),
        pytest.param(
            DATES_RIGHT_TWO_ROWS,
            ["Registered Nurse / Northbank Hospital / 2018-08..", "Nursing Assistant / Wren House / 2015-05..2018-07"],
            ["bachelor / Nursing / Lakeside University", "associate /  / Peoria Community College"],
            id="dates at the right of two rows",
        ),
        pytest.param(
            GERMAN,
            ["Softwareentwicklerin / Nordlicht Energie GmbH / 2019-03..", "Werkstudentin / Stadtwerke Brückstadt / 2015-10..2019-02"],
            ["bachelor / Informatik / Technische Universität Brückstadt", "secondary /  / Goethe-Gymnasium Brückstadt"],
            id="German",
        ),
        pytest.param(
            GERMAN_EMPLOYER_FIRST,
            ["Bäcker / Bäckerei Korn e.K. / 2018-04..", "Kaufmännischer Angestellter / Autohaus Lenz / 2012-08..2018-03"],
            ["secondary / Bäcker / Berufskolleg Ulm", "secondary /  / Realschule Ulm"],
            id="German, the employer first",
        ),
        pytest.param(
            SPANISH,
            ["Administrativa / Cobalto S.A. / 2018-01..", "Auxiliar de tienda / Supermercados Olmo / 2014-07..2017-06"],
            ["bachelor / Economía / Universidad de Valdoro"],
            id="Spanish",
        ),
        pytest.param(
            FRENCH,
            ["Chef de projet / Atelier Brume / 2020-09..", "Assistante de direction / Société Verlaine SARL / 2016-06..2020-08"],
            ["master / gestion / Université de Rocheval", "secondary /  / Lycée Clairmont"],
            id="French",
        ),
        pytest.param(
            ACADEMIC,
            ["Assistant Professor of Botany / University of Eastmarch / 2020-07..",
             "Postdoctoral Fellow / Institute for Alpine Plants / 2017-07..2020-06"],
            ["doctorate / Botany / University of Eastmarch", "master / Biology / Georgia Tech"],
            id="academic",
        ),
        pytest.param(
            TRADES,
            ["Self-employed electrician /  / 2021-07..", "Apprentice electrician / Harlow & Sons Ltd / 2016-09..2020-12"],
            ["associate / Electrical Installation / Leeds Building College"],
            id="trades",
        ),
        pytest.param(
            SEVERAL_AT_ONE_EMPLOYER,
            ["Senior Underwriter / Meridian Insurance / 2021-07..", "Underwriter / Meridian Insurance / 2017-07..2021-06",
             "Claims Assistant / Delft Trading B.V. / 2015-07..2017-06"],
            ["master / Economics / Delft University"],
            id="several positions at one employer",
        ),
    ],
)  # fmt: skip
def test_jobs_and_education_come_out_of_any_habit(text: str, jobs: list[str], education: list[str]) -> None:
    assert told(text) == (jobs, education)
