"""Europass CVs of both kinds. The persons are invented."""

from datetime import date

import pytest

from credlens.model.errors import InputError
from credlens.profile.resume import Resume, Section
from credlens.profile.resumes import RESUME_FORMATS, for_name

CANDIDATE = """<?xml version="1.0"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:hr="http://www.hr-xml.org/3" xmlns:oa="http://www.openapplications.org/oagis/9"
 xmlns:eures="http://www.europass_eures.eu/1.0">
<CandidatePerson><PersonName><oa:GivenName>Ada</oa:GivenName><hr:FamilyName>Novak</hr:FamilyName></PersonName>
 <PrimaryLanguageCode name="NORMAL">deu</PrimaryLanguageCode></CandidatePerson>
<CandidateProfile languageCode="en"><ExecutiveSummary>Clerk with SQL.</ExecutiveSummary>
<EmploymentHistory><EmployerHistory><hr:OrganizationName>Bramble</hr:OrganizationName><PositionHistory>
 <PositionTitle>Clerk</PositionTitle><eures:EmploymentPeriod><eures:StartDate><hr:FormattedDateTime>2019-03-01</hr:FormattedDateTime>
 </eures:StartDate><hr:CurrentIndicator>true</hr:CurrentIndicator></eures:EmploymentPeriod>
 <oa:Description>&lt;p&gt;Reports in &lt;b&gt;Excel&lt;/b&gt;&lt;/p&gt;&lt;ul&gt;&lt;li&gt;SQL &amp;amp; more&lt;/li&gt;&lt;/ul&gt;</oa:Description>
 </PositionHistory></EmployerHistory></EmploymentHistory>
<EducationHistory><EducationOrganizationAttendance><hr:OrganizationName>Bonn College</hr:OrganizationName>
 <EducationLevelCode>6</EducationLevelCode><AttendancePeriod><StartDate><hr:FormattedDateTime>2014</hr:FormattedDateTime></StartDate>
 <EndDate><hr:FormattedDateTime>2017-06</hr:FormattedDateTime></EndDate></AttendancePeriod>
 <EducationDegree><hr:DegreeName>History</hr:DegreeName></EducationDegree></EducationOrganizationAttendance></EducationHistory>
<eures:Licenses><hr:License><hr:LicenseTypeCode>B</hr:LicenseTypeCode></hr:License></eures:Licenses>
<Certifications><Certification><CertificationName>PL-300</CertificationName><IssuingAuthority><Name>Microsoft</Name></IssuingAuthority>
 <FirstIssuedDate><hr:FormattedDateTime>2023-05-01</hr:FormattedDateTime></FirstIssuedDate></Certification></Certifications>
<PersonQualifications><PersonCompetency><CompetencyID schemeName="NORMAL">eng</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID>
 <eures:CompetencyDimension><eures:Score><hr:ScoreText>C1</hr:ScoreText></eures:Score></eures:CompetencyDimension>
 <eures:CompetencyDimension><eures:Score><hr:ScoreText>B2</hr:ScoreText></eures:Score></eures:CompetencyDimension>
 </PersonCompetency></PersonQualifications>
<Skills><PersonCompetency><hr:TaxonomyID>Digital_Skill</hr:TaxonomyID><hr:CompetencyName>Python</hr:CompetencyName></PersonCompetency></Skills>
<Others><Title>Projects</Title><Other><Title>Budget</Title><Description>Tableau</Description></Other></Others>
</CandidateProfile></Candidate>"""

PASSPORT = """<?xml version="1.0" encoding="UTF-8"?>
<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass" locale="de"><LearnerInfo>
<Identification><PersonName><FirstName>Ada</FirstName><Surname>Novak</Surname></PersonName></Identification>
<WorkExperienceList><WorkExperience><Period><From year="2016" month="--03" day="---15"/><To year="2018"/></Period>
 <Position><Label>Sachbearbeiterin</Label></Position><Activities>&lt;p&gt;Excel&lt;/p&gt;</Activities>
 <Employer><Name>Bramble</Name></Employer></WorkExperience></WorkExperienceList>
<EducationList><Education><Period><From year="2008"/><To year="2013" month="--06"/></Period><Title>Diplom-Kauffrau</Title>
 <Organisation><Name>Universität Bonn</Name></Organisation></Education></EducationList>
<Skills><Linguistic><MotherTongueList><MotherTongue><Description><Code>de</Code><Label>Deutsch</Label></Description></MotherTongue>
 </MotherTongueList><ForeignLanguageList><ForeignLanguage><Description><Label>Englisch</Label></Description>
 <ProficiencyLevel><Listening>C2</Listening><Writing>B2</Writing></ProficiencyLevel></ForeignLanguage></ForeignLanguageList></Linguistic>
 <Computer><Description>&lt;p&gt;SQL (gute Kenntnisse)&lt;/p&gt;</Description></Computer>
 <Driving><Description><Licence>B</Licence></Description></Driving></Skills>
</LearnerInfo></SkillsPassport>"""


def read(text: str, where: str = "cv.xml") -> Resume:
    name = for_name(where, text.encode())
    assert name == "europass"
    return RESUME_FORMATS[name](text.encode(), where)


def texts(resume: Resume, section: Section) -> list[str]:
    return [line.text for entry in resume.of(section) for line in entry.lines]


def test_a_cv_of_today() -> None:
    resume = read(CANDIDATE)
    assert (resume.name, resume.structured) == ("Ada Novak", True)
    (job,) = resume.of(Section.EXPERIENCE)
    assert (job.title, job.organisation, job.span and (job.span.start, job.span.end)) == (
        "Clerk",
        "Bramble",
        (date(2019, 3, 1), None),
    )
    assert [(line.where, line.text) for line in job.lines][1:] == [
        ("cv.xml: EmployerHistory[0].PositionHistory[0]", "Reports in Excel"),
        ("cv.xml: EmployerHistory[0].PositionHistory[0]", "SQL & more"),
    ]
    assert texts(resume, Section.SUMMARY) == ["Clerk with SQL."]
    (study,) = resume.of(Section.EDUCATION)
    assert (study.lines[0].text, study.span and study.span.end) == (
        "History (EQF level 6), Bonn College",
        date(2017, 6, 30),
    )
    assert texts(resume, Section.CERTIFICATIONS) == ["PL-300, issued 2023-05-01, Microsoft", "driving licence B"]
    assert texts(resume, Section.LANGUAGES) == ["German: native", "English: C1, B2"]
    assert texts(resume, Section.SKILLS) == ["Python"]
    assert texts(resume, Section.PROJECTS) == ["Budget", "Tableau"]


def test_a_cv_of_the_years_before() -> None:
    resume = read(PASSPORT)
    (job,) = resume.of(Section.EXPERIENCE)
    assert (job.title, job.organisation) == ("Sachbearbeiterin", "Bramble")
    assert job.span is not None
    assert (job.span.start, job.span.end) == (date(2016, 3, 15), date(2018, 6, 30))
    assert texts(resume, Section.EDUCATION) == ["Diplom-Kauffrau, Universität Bonn"]
    assert texts(resume, Section.LANGUAGES) == ["Deutsch: native", "Englisch: C2, B2"]
    assert texts(resume, Section.SKILLS) == ["SQL (gute Kenntnisse)"]
    assert texts(resume, Section.CERTIFICATIONS) == ["driving licence B"]


BOMB = '<!DOCTYPE l [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><Candidate>&c;</Candidate>'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (BOMB, "defines entities"),
        ('<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname">]><Candidate>&x;</Candidate>', "defines entities"),
        ("<resume/>", "begins with <resume>"),
        ("<Candidate>", "not XML"),
        ("", "not XML"),
        ("<Candidate/>", "empty"),
        ("<SkillsPassport/>", "empty"),
        ('<?xml version="1.0" encoding="nonsense"?><Candidate/>', "not XML"),
    ],
)
def test_what_is_no_europass_cv_says_so(text: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text)
    (problem,) = caught.value.problems
    assert problem.where == "cv.xml"
    assert words in problem.message
    assert problem.what_to_do


def test_xml_without_an_ending_is_told_by_its_first_bytes() -> None:
    assert for_name("cv", b'<?xml version="1.0"?>') == "europass"


def test_how_to_reach_the_person_stands_in_fields() -> None:
    channels = """<Communication><ChannelCode>Email</ChannelCode><URI>ada@example.org</URI></Communication>
<Communication><ChannelCode>Telephone</ChannelCode><CountryDialing>+49</CountryDialing><DialNumber>228 555 0142</DialNumber></Communication>
<Communication><UseCode>home</UseCode><Address><CityName>Bonn</CityName><CountryCode>de</CountryCode></Address></Communication>
<Communication><ChannelCode>Web</ChannelCode><URI>https://ada.example</URI></Communication></CandidatePerson>"""
    assert read(CANDIDATE.replace("</CandidatePerson>", channels)).contact == (
        ("email", "ada@example.org"),
        ("phone", "+49 228 555 0142"),
        ("place", "Bonn, DE"),
        ("link", "https://ada.example"),
    )
    info = """<ContactInfo><Address><Contact><Municipality>Bonn</Municipality><PostalCode>53111</PostalCode></Contact></Address>
<Email><Contact>ada@example.org</Contact></Email></ContactInfo></Identification>"""
    assert read(PASSPORT.replace("</Identification>", info)).contact == (
        ("email", "ada@example.org"),
        ("place", "53111 Bonn"),
    )
