Profile: Kondisi
Parent: Condition
Id: kondisi
Title: "Keluhan atau diagnosis"
Description: "Dasar keluhan dan diagnosis yang ditulis tenaga kesehatan. Ambang dan catatan kader tidak pernah menjadi diagnosis."
* insert Terbitan
* insert Inggris([["Complaint or diagnosis"]])
* ^abstract = true
* insert BertandaLingkungan
* clinicalStatus 1..1 MS
* category 1..1 MS
* code 1..1 MS
* code obeys ilp-berkode-atau-tertulis
* subject MS
* subject only Reference(Patient)
* encounter 1..1 MS
* recordedDate 1..1 MS
