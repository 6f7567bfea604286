Profile: Hemoglobin
Parent: HasilLabAngka
Id: hemoglobin
Title: "Hemoglobin"
Description: "Kadar hemoglobin dalam darah, dalam g/dL."
* insert Terbitan
* insert Inggris([["Haemoglobin"]])
* insert Diukur($loinc, 718-7, laboratory, g/dL)
* insert JugaBerkode($anc-who, ANC.B9.DE175)
