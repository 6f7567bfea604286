Profile: Kondisi
Parent: Condition
Id: kondisi
Title: "Keluhan atau diagnosis"
Description: "Dasar keluhan dan diagnosis yang ditulis tenaga kesehatan. Ambang dan catatan kader tidak pernah menjadi diagnosis."
* insert Terbitan
* insert Inggris([["Complaint or diagnosis"]])
* ^abstract = true
* insert BertandaLingkungan
* clinicalStatus 1..1
* category 1..1
* code 1..1
* code obeys ilp-berkode-atau-tertulis
* subject only Reference(Patient)
* encounter 1..1
* recordedDate 1..1
