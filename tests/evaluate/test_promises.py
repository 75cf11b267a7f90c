"""Promises of a job or a wage: what is one, and what only looks like one."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.evaluate.promises import promises

PROMISED = (
    "Job guarantee: get hired or your money back.",
    "We guarantee you a job within six months.",
    "Guaranteed job interview with partners",
    "95 % of graduates get jobs within 90 days",
    "86% placement rate",
    "Our placement rate is above 90%",
    "You will earn $90,000 in your first year",
    "Empleo garantizado al terminar",
    "Te garantizamos un puesto de trabajo",
    "El 95 % de nuestros alumnos encuentra empleo",
    "Tasa de inserción laboral del 92 %",
    "Te devolvemos el dinero si no consigues trabajo",
    "Pay nothing until you get a job",
    "Graduates earn $75,000 on average",
    "garantía de empleo",
    "75% of Google Career Certificate graduates in the US report a positive career outcome such as a new job, promotion, or raise within six months",
    "Bootcamp with job guarantee",
    "Not only do we guarantee a job, we pay you",
    "98.5% employment rate",
    "salary guarantee",
    "Land a job or we refund your tuition",
    "Full refund if you don't get a job",
    "guaranteed placement",
    "employment guaranteed",
    "Contratación garantizada",
    "job guaranteed after completion",
)
NOT_PROMISED = (
    "There is no job guarantee.",
    "This course does not guarantee employment.",
    "Completion is no guarantee of employment",
    "We cannot guarantee a job.",
    "No se garantiza empleo",
    "No garantizamos un puesto de trabajo",
    "sin garantía de empleo",
    "Kubernetes guarantees jobs run to completion",
    "guarantee the quality of your work",
    "14-day money-back guarantee",
    "prepares you for jobs in data analytics",
    "Learn how a federal job guarantee would affect inflation",
    "The median US salary of data analysts is $92,000",
    "80% of employers hire graduates?",
    "Pass 80% of the quizzes to complete your work",
    "guaranteed delivery of messages in job queues",
    "guarantee that a job runs exactly once",
    "Students work on 3 projects; 20% of the grade",
    "100% of the work is online",
    "Admission is not guaranteed; interviews may be held",
    "80% passing grade; students work in teams",
    "75% of students complete the course",
    "No interview is guaranteed",
    "satisfaction guaranteed. Job ready skills",
    "this programme guarantees neither a job nor an interview",
    "Certification does not by itself guarantee you a job",
    "60% of learners work in groups",
    "70 % of students working in groups pass",
)


@pytest.mark.parametrize("text", PROMISED)
def test_a_promise_is_seen(text: str) -> None:
    assert promises(f"Learn to code. {text}") != ()


@pytest.mark.parametrize("text", NOT_PROMISED)
def test_what_is_denied_or_says_something_else_is_no_promise(text: str) -> None:
    assert promises(f"Learn to code. {text}") == ()


def test_guarantees_come_before_figures_and_figures_know_their_people_and_method() -> None:
    found = promises("86 % of 1,200 graduates get jobs. Job guarantee.")

    assert [(p.figure, p.counted, p.method) for p in found] == [(False, False, False), (True, True, False)]
    assert promises("86 % of graduates get jobs (audited)")[0].method
    assert not promises("Based on Python. You do projects. 86 % of graduates get jobs.")[0].method


def test_a_long_sentence_is_shortened() -> None:
    words = promises("Job guarantee " + "for everybody who asks " * 40)[0].words
    assert len(words) < 150
    assert words.endswith("...")


@pytest.mark.parametrize("piece", ["50 % of ", " ", "guarantee you ", "90% of our graduates ", "no "])
def test_a_long_text_without_a_sentence_is_read_in_little_time(piece: str) -> None:
    before = process_time()
    promises(piece * 4_000)
    assert process_time() - before < 1


@given(st.text(max_size=300))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    assert all(p.words for p in promises(text))
